// Fills the octahedral source of the map, a texel at a time.
#include "environment_map.glsl"

layout(location = 0) out vec4 outRadiance;

void main()
{
    // A texel dA of the square spans dA/r³ (environment_irradiance.comp): in the middle of an octant it is twice as wide as at its corners.
    vec2 e = gl_FragCoord.xy * (2.0 / sharpTile) - 1.0;
    vec3 face = vec3(abs(e), 1.0 - abs(e.x) - abs(e.y));
    if (face.z < 0.0) face.xy = 1.0 - face.yx;
    float width = 2.0 / sharpTile * pow(dot(face, face), -0.75);
    // The mean over four points, for what has more detail than the map.
    vec3 sum = vec3(0.0);
    for (int i = 0; i < CAPTURE_POINTS; i++)
    {
        vec2 offset = CAPTURE_POINTS == 1 ? vec2(0.0) : vec2(i & 1, i >> 1) * 0.5 - 0.25;
        sum += environmentRadiance(tileDirection((gl_FragCoord.xy + offset) / sharpTile), CAPTURE_SPREAD * width);
    }

    outRadiance = vec4(min(sum / float(CAPTURE_POINTS), 65504.0), 1.0);
}
