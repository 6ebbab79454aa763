// A blended surface counts as a surface where its alpha is at least one half.
#include "surface_fragment.glsl"
#include "opaque.glsl"

layout(location = 0) out uint outId;
layout(location = 1) out float outDepth;

void main()
{
    float alpha = baseColor().a;
    outId = draw.identity.x;
    outDepth = 1.0 / gl_FragCoord.w;
    if (alpha + float(opaqueZero()) < 0.5) discard;
}
