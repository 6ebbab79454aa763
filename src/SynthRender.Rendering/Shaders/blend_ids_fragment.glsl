// Ids and depth of what the geometry pass leaves out: blended surfaces, which count where their alpha is at least one half, and
// transmissive ones.
#include "surface_fragment.glsl"
#include "opaque.glsl"

layout(location = 0) out uint outId;
layout(location = 1) out float outDepth;

void main()
{
    outId = draw.identity.x;
    outDepth = 1.0 / gl_FragCoord.w;
    if (isMasked && cutAlpha() + float(opaqueZero()) < draw.factors.w) discard;
}
