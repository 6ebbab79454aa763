// Within a forest. Parameters (Environments/ForestParameters.cs):
//   [0] towards the sun; w: seed   [1] radiance of the sky; w: threshold of a layer of leaves
//   [2] of leaves with the sun behind them; w: strength of the sun   [3] of leaves in shade; w: near trunks
//   [4] of the haze between far trunks   [5] of litter   [6] of other litter   [7] of bark   [8] of a dapple of sun; w: its threshold
#include "environment_frame.glsl"
#include "noise.glsl"

#define PARAMETER(i) frame.environmentParameters[i]

uint forestSeed() { return floatBitsToUint(PARAMETER(0).w); }

// Turns and shrinks, so that the lattices of octaves do not line up (Quilez, Value Noise Derivatives, 2008).
const mat3 nextOctave = mat3(0.00, 1.60, 1.20, -1.60, 0.72, -0.96, -1.20, -0.96, 1.28);

// How much of a cell's detail a pixel shows; what is finer is left out.
vec3 shown(vec3 cells)
{
    return clamp(2.0 - 2.0 * cells, 0.0, 1.0);
}

// Three octaves, each within ±½.
vec3 octaves(vec3 p, uint seed, vec3 seen)
{
    float coarse = valueNoise(p, seed);
    p = nextOctave * p;
    float middle = valueNoise(p, seed + 1u);
    p = nextOctave * nextOctave * p;
    return (vec3(coarse, middle, valueNoise(p, seed + 2u)) - 0.5) * seen;
}

// A layer of leaves above, 0 the farthest: rgb, and how much of the view it takes.
vec4 leaves(vec3 direction, int layer, float glow, float spread)
{
    const vec3 weights = vec3(0.4, 0.25, 0.35);
    float scale = 5.5 - 1.6 * float(layer);
    vec3 seen = shown(vec3(1.0, 2.0, 8.0) * (scale * spread));
    vec3 noise = octaves(direction * scale + 40.0, forestSeed() + 16u * uint(layer), seen);
    // The view passes through more leaves the lower it is.
    float density = 0.5 + dot(noise, weights) + 0.4 * (1.0 - smoothstep(0.1, 0.7, direction.y)) - PARAMETER(1).w;
    // Leaves too small to be seen make the edge soft.
    float edge = 0.02 + 0.35 * dot(1.0 - seen, weights);
    float cover = smoothstep(-edge, edge, density);
    float leaf = 0.5 + noise.z;
    float lit = (0.3 + 1.6 * leaf * (1.0 + noise.y)) * (1.0 - 0.3 * float(layer)) * (1.0 - smoothstep(0.0, 0.45, density - 0.12 * glow));
    vec3 color = mix(PARAMETER(3).rgb * (0.5 + leaf), PARAMETER(2).rgb * (0.6 + 2.0 * glow), clamp(lit, 0.0, 1.0));
    return vec4(color, cover * smoothstep(-0.02, 0.1, direction.y));
}

// A ring of trunks, so many times as many as are near, and so many times as far away.
vec4 trunks(vec3 direction, float turns, float times, float spread)
{
    uint seed = forestSeed() + 128u + 8u * uint(times);
    float count = PARAMETER(3).w * times;
    float level = direction.y / max(length(direction.xz), 0.05);
    float place = turns * count;
    int cell = int(floor(place));
    uint bits = hashOf(ivec2(cell, 0), seed);
    float middle = 0.3 + 0.4 * unitOf(bits);
    float lean = 0.12 * (unitOf(hashOf(bits)) - 0.5);
    float thickness = (0.06 + 0.1 * unitOf(hashOf(bits + 1u))) * (1.0 - 0.12 * clamp(level, 0.0, 2.0)) + 0.03 * exp(-5.0 * max(level + 0.25, 0.0));
    float bumps = valueNoise(vec2(float(cell), 6.0 * level), seed + 1u) - 0.5;
    float across = (fract(place) - middle - lean * clamp(level, -0.5, 2.0) + 0.012 * bumps) / thickness;
    float fade = max(spread * count / (2.0 * pi * max(length(direction.xz), 0.05)) / thickness, 0.04);
    float cover = smoothstep(-0.5, 0.5, (1.0 - abs(across)) / fade);
    // The foot stands on the ground, the nearer the lower; the crown hides the top.
    float foot = -0.36 / times - 0.02 * unitOf(bits);
    cover *= smoothstep(foot - 0.01, foot + 0.01, level) * (1.0 - smoothstep(1.1, 2.4, level + 0.5 * unitOf(hashOf(bits + 2u))));
    float angle = 2.0 * pi * turns;
    float facing = 0.5 - 0.5 * across * (PARAMETER(0).x * cos(angle) - PARAMETER(0).z * sin(angle));
    float streaks = ringNoise(vec2(turns * 41.0 * count, 9.0 * level), int(41.0 * count), seed + 2u);
    float rough = mix(0.75, 0.4 + 0.7 * streaks, clamp(2.0 - 12.0 * spread * count, 0.0, 1.0));
    vec3 color = PARAMETER(7).rgb * rough * (0.45 + 1.1 * facing * facing + 0.5 * across * across);
    return vec4(mix(color, PARAMETER(4).rgb, 0.16 * (times - 1.0)), cover);
}

vec3 litter(vec3 direction, float spread)
{
    float down = max(-direction.y, 0.02);
    vec2 p = direction.xz * (1.6 / down);
    float cell = spread * 1.6 / (down * down);
    vec3 seen = shown(vec3(0.9, 1.8, 7.2) * cell);
    vec3 noise = octaves(vec3(0.9 * p, 20.0), forestSeed() + 256u, seen);
    float leaf = (valueNoise(p * 15.0, forestSeed() + 260u) - 0.5) * clamp(2.0 - 30.0 * cell, 0.0, 1.0);
    vec3 color = mix(PARAMETER(5).rgb, PARAMETER(6).rgb, smoothstep(-0.2, 0.2, 0.6 * leaf + 0.3 * noise.z + 0.4 * noise.x));
    color *= 0.9 + 0.9 * leaf + 0.6 * noise.z + 0.5 * noise.y;
    float edge = 0.05 + 0.35 * dot(1.0 - seen, vec3(0.5, 0.3, 0.2));
    float sun = smoothstep(-edge, edge, 0.5 + dot(noise, vec3(0.5, 0.3, 0.2)) - PARAMETER(8).w);
    color += PARAMETER(8).rgb * sun * (0.8 + 0.6 * leaf + 0.5 * noise.z);
    return mix(max(color, 0.0), PARAMETER(4).rgb * 0.6, 1.0 - exp(-0.05 * length(p)));
}

// Ferns and bushes hide the feet of the far trunks.
vec4 undergrowth(vec3 direction, float spread)
{
    vec3 seen = shown(vec3(8.0, 16.0, 64.0) * spread);
    vec3 noise = octaves(direction * vec3(8.0, 5.0, 8.0) + 40.0, forestSeed() + 400u, seen);
    float top = dot(noise, vec3(0.11, 0.06, 0.06)) + 0.025;
    float edge = 0.008 + 0.5 * spread;
    float cover = smoothstep(-edge, edge, top - direction.y) * smoothstep(-0.19, -0.11, direction.y + 0.12 * noise.z);
    float lit = 0.75 * (0.5 + noise.z) * (0.5 + noise.y) * smoothstep(-0.12, 0.04, direction.y);
    return vec4(mix(PARAMETER(3).rgb, PARAMETER(2).rgb, lit), cover);
}

vec3 environmentRadiance(vec3 direction, float spread)
{
    float turns = atan(direction.x, direction.z) / (2.0 * pi) + 0.5;
    float cosSun = max(dot(direction, PARAMETER(0).xyz), 0.0);
    float glow = PARAMETER(2).w * (pow(cosSun, 6.0) * 0.4 + pow(cosSun, 40.0));
    vec3 haze = PARAMETER(4).rgb * (1.0 + 0.5 * glow) * (0.75 + 0.5 * valueNoise(direction * vec3(9.0, 3.0, 9.0) + 40.0, forestSeed() + 300u));
    vec3 color = mix(haze, PARAMETER(1).rgb * (1.0 + 2.0 * glow), smoothstep(0.08, 0.4, direction.y));
    vec4 layer = leaves(direction, 0, glow, spread);
    color = mix(color, layer.rgb, layer.a);
    layer = leaves(direction, 1, glow, spread);
    color = mix(color, layer.rgb, layer.a);
    color = mix(litter(direction, spread), color, smoothstep(-0.06, 0.0, direction.y));
    layer = trunks(direction, turns, 4.0, spread);
    color = mix(color, layer.rgb, layer.a);
    layer = trunks(direction, turns, 2.0, spread);
    color = mix(color, layer.rgb, layer.a);
    layer = undergrowth(direction, spread);
    color = mix(color, layer.rgb, layer.a);
    layer = leaves(direction, 2, glow, spread);
    color = mix(color, layer.rgb, layer.a);
    layer = trunks(direction, turns, 1.0, spread);
    return mix(color, layer.rgb, layer.a);
}
