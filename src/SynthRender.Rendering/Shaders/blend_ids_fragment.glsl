// A blended surface counts as a surface where its alpha is at least one half.
#include "surface_fragment.glsl"

layout(location = 0) out uint outId;
layout(location = 1) out float outDepth;

void main()
{
    float alpha = baseColor().a;
    outId = draw.identity.x;
    outDepth = 1.0 / gl_FragCoord.w;
    if (alpha < 0.5) discard;
}
