// Fills the octahedral source of the map, a texel at a time.
#include "environment_map.glsl"

layout(location = 0) out vec4 outRadiance;

void main()
{
    // The mean over four points, for images with more detail than the map has.
    vec3 sum = vec3(0.0);
    for (int i = 0; i < CAPTURE_POINTS; i++)
    {
        vec2 offset = CAPTURE_POINTS == 1 ? vec2(0.0) : vec2(i & 1, i >> 1) * 0.5 - 0.25;
        sum += environmentRadiance(tileDirection((gl_FragCoord.xy + offset) / sharpTile), CAPTURE_SPREAD / sharpTile);
    }

    outRadiance = vec4(min(sum / float(CAPTURE_POINTS), 65504.0), 1.0);
}
