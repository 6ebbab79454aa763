// The shadow of a cut-out: holes let light through.
#include "surface_fragment.glsl"
#include "opaque.glsl"

void main()
{
    if (baseColor().a + float(opaqueZero()) < draw.factors.w) discard;
}
