#include "surface_fragment.glsl"
#include "gbuffer.glsl"

layout(location = 0) out uint outId;
layout(location = 1) out float outDepth;
layout(location = 2) out uvec4 outSurface;

void main()
{
    Surface s = evaluateSurface();
    outId = draw.identity.x;
    outDepth = 1.0 / gl_FragCoord.w; // clip w is the distance along the optical axis
    outSurface = packSurface(s);
    if (isMasked && s.alpha < draw.factors.w) discard;
}
