// The shadow of a cut-out: holes let light through.
#include "surface_fragment.glsl"

void main()
{
    if (baseColor().a < draw.factors.w) discard;
}
