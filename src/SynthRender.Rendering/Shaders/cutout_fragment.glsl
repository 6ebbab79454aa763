// The shadow of a cut-out: holes let light through.
#include "surface_fragment.glsl"
#include "opaque.glsl"

void main()
{
    if (cutAlpha() + float(opaqueZero()) < draw.factors.w) discard;
}
