#ifndef ENVIRONMENT_GLSL
#define ENVIRONMENT_GLSL
// Light that comes from everywhere: a linear gradient by height, or an environment's map. Which one is compiled in.
#include "frame.glsl"
#include "environment_map.glsl"
#include "light_groups.glsl"

const bool hasEnvironment = (lightGroups & 4096u) != 0u;

layout(set = FRAME_SET, binding = 7, std140) uniform EnvironmentLight
{
    vec4 irradiance[9]; // over π, by 1, x, y, z, xy, yz, 3z²−1, xz, x²−y²
} environmentLight;

layout(set = FRAME_SET, binding = 8) uniform texture2D environmentMap;
layout(set = FRAME_SET, binding = 9) uniform sampler environmentSampler;

vec3 gradient(vec3 direction, float sharpness)
{
    return frame.ambientMean.rgb + frame.ambientSlope.rgb * (direction.y * sharpness);
}

vec3 inEnvironment(vec3 direction)
{
    vec2 turn = frame.environment.xy;
    return vec3(turn.x * direction.x - turn.y * direction.z, direction.y, turn.y * direction.x + turn.x * direction.z);
}

vec3 environmentTile(vec2 point, float tile)
{
    vec2 texel = vec2(tileLeft(tile) + 1.0, 1.0) + point * tileSize(tile);
    return textureLod(sampler2D(environmentMap, environmentSampler), texel / environmentMapSize, 0.0).rgb;
}

// Irradiance over π of a surface with that normal.
vec3 diffuseSurroundings(vec3 normal)
{
    // A linear gradient over the sphere has mean + 2/3·slope·n.y.
    if (!hasEnvironment) return gradient(normal, 2.0 / 3.0);
    vec3 n = inEnvironment(normal);
    vec3 light = environmentLight.irradiance[0].rgb
        + environmentLight.irradiance[1].rgb * n.x
        + environmentLight.irradiance[2].rgb * n.y
        + environmentLight.irradiance[3].rgb * n.z
        + environmentLight.irradiance[4].rgb * (n.x * n.y)
        + environmentLight.irradiance[5].rgb * (n.y * n.z)
        + environmentLight.irradiance[6].rgb * (3.0 * n.z * n.z - 1.0)
        + environmentLight.irradiance[7].rgb * (n.x * n.z)
        + environmentLight.irradiance[8].rgb * (n.x * n.x - n.y * n.y);
    return max(light, 0.0) * frame.environment.z;
}

// Mean radiance over the lobe of a reflection.
vec3 specularSurroundings(vec3 normal, vec3 reflection, float roughness)
{
    if (!hasEnvironment) return gradient(reflection, 1.0 - roughness * roughness / 3.0);
    // A rough lobe leans from the mirror direction towards the normal (Lagarde and de Rousiers, Moving Frostbite to Physically Based
    // Rendering, 2014, section 4.9.3).
    float smoothness = 1.0 - roughness;
    vec3 direction = mix(normal, reflection, smoothness * (sqrt(smoothness) + roughness));
    vec2 point = tilePoint(inEnvironment(direction));
    float tile = roughness * blurredTiles;
    float sharper = min(floor(tile), blurredTiles - 1.0);
    return mix(environmentTile(point, sharper), environmentTile(point, sharper + 1.0), tile - sharper) * frame.environment.z;
}
#endif
