// Parameters: [0] x: image width over 2π.
#include "environment_frame.glsl"

// The radiance from a direction in the environment's own axes, blurred over about `spread` radians.
vec3 environmentRadiance(vec3 direction, float spread)
{
    vec2 uv = vec2(atan(direction.z, direction.x) / (2.0 * pi) + 0.5, acos(clamp(direction.y, -1.0, 1.0)) / pi);
    float level = log2(max(spread * frame.environmentParameters[0].x, 1.0));
    return textureLod(sampler2D(environmentImage, environmentImageSampler), uv, level).rgb;
}
