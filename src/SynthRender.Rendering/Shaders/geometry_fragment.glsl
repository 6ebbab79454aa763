#include "surface_fragment.glsl"
#include "gbuffer.glsl"
#include "opaque.glsl"

layout(constant_id = 6) const bool isLayered = false;

layout(location = 0) out uint outId;
layout(location = 1) out float outDepth;
layout(location = 2) out uvec4 outSurface;

void main()
{
    outId = draw.identity.x;
    outDepth = 1.0 / gl_FragCoord.w; // clip w is the distance along the optical axis
#ifdef PLAIN
    outSurface = draw.packedSurface;
    outSurface.y |= packNormal(gl_FrontFacing ? inNormal : -inNormal);
#else
    // What is lit later, in a pass of its own, is black here.
    if (isLayered)
    {
        outSurface = draw.packedSurface;
        outSurface.y |= packNormal(gl_FrontFacing ? inNormal : -inNormal);
    }
    else
    {
        outSurface = packSurface(evaluateSurface());
    }
    if (isMasked && cutAlpha() + float(opaqueZero()) < draw.factors.w) discard;
#endif
}
