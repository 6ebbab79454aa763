// A photographer's studio: soft boxes before a mottled backdrop. Parameters (Environments/StudioParameters.cs):
//   [0] radiance of the backdrop; w: seed   [1] of the ceiling; w: mottling   [2] of the floor; w: its gloss
//   of each box, from 3 on: towards its middle; w: tangent of half its width · its right; w: tangent of half its height ·
//   its radiance; w: softness
#include "environment_frame.glsl"
#include "environment_edges.glsl"
#include "noise.glsl"

#define PARAMETER(i) frame.environmentParameters[i]

const int maxBoxes = 8;

// x: how much of a box is seen in a direction; y: of the box and its frame.
vec2 boxCover(vec3 direction, int box, float blur)
{
    vec4 axis = PARAMETER(3 + 3 * box);
    vec4 right = PARAMETER(4 + 3 * box);
    float along = dot(direction, axis.xyz);
    vec2 p = vec2(dot(direction, right.xyz), dot(direction, cross(right.xyz, axis.xyz))) / max(along, 1e-3);
    vec2 extent = vec2(axis.w, right.w);
    vec2 fade = max(extent * PARAMETER(5 + 3 * box).w, blur * (1.0 + dot(p, p)));
    vec2 inside = within(p, extent, fade);
    vec2 framed = within(p, extent * 1.03 + 0.012, fade);
    return float(along > 0.0) * vec2(inside.x * inside.y, framed.x * framed.y);
}

vec3 backdrop(vec3 direction)
{
    uint seed = floatBitsToUint(PARAMETER(0).w);
    float cloud = 0.55 * valueNoise(direction * 2.3 + 40.0, seed) + 0.3 * valueNoise(direction * 5.1 + 40.0, seed + 1u)
        + 0.15 * valueNoise(direction * 11.3 + 40.0, seed + 2u);
    return PARAMETER(0).rgb * (1.0 + PARAMETER(1).w * (2.8 * cloud - 1.4));
}

// Rails for lamps under a plain ceiling.
vec3 ceiling(vec3 direction, float spread)
{
    uint seed = floatBitsToUint(PARAMETER(0).w);
    float turn = 6.2831853 * unitOf(hashOf(seed + 3u));
    vec2 axis = vec2(cos(turn), sin(turn));
    vec2 p = vec2(dot(direction.xz, axis), dot(direction.xz, vec2(-axis.y, axis.x))) / max(direction.y, 0.1);
    float blur = spread / max(direction.y * direction.y, 0.01);
    float rails = max(lines(p.x * 1.6 + unitOf(hashOf(seed + 4u)), 0.06, 1.6 * blur), lines(p.y * 0.8 + 0.5, 0.03, 0.8 * blur));
    return PARAMETER(1).rgb * (1.0 + 3.0 * rails);
}

vec3 environmentRadiance(vec3 direction, float spread)
{
    vec3 color = mix(backdrop(direction), ceiling(direction, spread), smoothstep(0.5, 0.62, direction.y));
    float ground = smoothstep(-0.02, 0.3, -direction.y);
    vec2 away = direction.xz / max(-direction.y, 0.02);
    color = mix(color, PARAMETER(2).rgb * (1.0 + 0.2 * dot(away, away)) / (1.0 + 0.6 * dot(away, away)), ground);
    vec3 mirrored = vec3(direction.x, abs(direction.y), direction.z);
    for (int i = 0; i < maxBoxes; i++) color += PARAMETER(2).w * ground * boxCover(mirrored, i, 0.3).x * PARAMETER(5 + 3 * i).rgb;
    for (int i = 0; i < maxBoxes; i++)
    {
        vec2 cover = boxCover(direction, i, spread);
        vec4 light = PARAMETER(5 + 3 * i);
        color *= 1.0 - 0.95 * cover.y * (1.0 - light.w) * float(light.w < 1.0);
        color = mix(color, light.rgb, cover.x);
    }

    return color;
}
