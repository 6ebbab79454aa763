#ifndef NOISE_GLSL
#define NOISE_GLSL
// Smooth noise from hashed integers: the same on every device, and it never repeats within reach.

// PCG by Jarzynski and Olano, Hash Functions for GPU Rendering, JCGT 2020.
uint hashOf(uint v)
{
    uint state = v * 747796405u + 2891336453u;
    uint word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
    return (word >> 22u) ^ word;
}

uint hashOf(ivec2 cell, uint seed)
{
    return hashOf(uint(cell.x) + hashOf(uint(cell.y) + seed));
}

float unitOf(uint bits)
{
    return float(bits >> 8) * (1.0 / 16777216.0);
}

float gradientAt(ivec2 cell, uint seed, vec2 offset)
{
    float angle = unitOf(hashOf(cell, seed)) * 6.2831853;
    return dot(vec2(cos(angle), sin(angle)), offset);
}

// Perlin, Improving Noise, SIGGRAPH 2002; about −0.7 to 0.7.
float gradientNoise(vec2 p, uint seed)
{
    vec2 base = floor(p);
    ivec2 cell = ivec2(base);
    vec2 f = p - base;
    vec2 blend = f * f * f * (f * (f * 6.0 - 15.0) + 10.0);
    float bottom = mix(gradientAt(cell, seed, f), gradientAt(cell + ivec2(1, 0), seed, f - vec2(1.0, 0.0)), blend.x);
    float top = mix(gradientAt(cell + ivec2(0, 1), seed, f - vec2(0.0, 1.0)), gradientAt(cell + ivec2(1, 1), seed, f - vec2(1.0, 1.0)), blend.x);
    return mix(bottom, top, blend.y);
}

// Noise between random values at the corners of cells, 0 to 1, one half in the mean.
float valueNoise(vec2 p, uint seed)
{
    vec2 base = floor(p);
    ivec2 cell = ivec2(base);
    vec2 f = p - base;
    vec2 blend = f * f * (3.0 - 2.0 * f);
    float bottom = mix(unitOf(hashOf(cell, seed)), unitOf(hashOf(cell + ivec2(1, 0), seed)), blend.x);
    float top = mix(unitOf(hashOf(cell + ivec2(0, 1), seed)), unitOf(hashOf(cell + ivec2(1, 1), seed)), blend.x);
    return mix(bottom, top, blend.y);
}

float valueNoise(vec3 p, uint seed)
{
    float base = floor(p.z);
    float f = p.z - base;
    uint below = seed + uint(int(base)) * 0x9e3779b9u;
    return mix(valueNoise(p.xy, below), valueNoise(p.xy, below + 0x9e3779b9u), f * f * (3.0 - 2.0 * f));
}

// The same around a ring of `period` cells.
float ringNoise(vec2 p, int period, uint seed)
{
    vec2 base = floor(p);
    ivec2 cell = ivec2(base);
    int left = cell.x - period * int(floor((base.x + 0.5) / float(period)));
    int right = left + 1 == period ? 0 : left + 1;
    vec2 f = p - base;
    vec2 blend = f * f * (3.0 - 2.0 * f);
    float bottom = mix(unitOf(hashOf(ivec2(left, cell.y), seed)), unitOf(hashOf(ivec2(right, cell.y), seed)), blend.x);
    float top = mix(unitOf(hashOf(ivec2(left, cell.y + 1), seed)), unitOf(hashOf(ivec2(right, cell.y + 1), seed)), blend.x);
    return mix(bottom, top, blend.y);
}
#endif
