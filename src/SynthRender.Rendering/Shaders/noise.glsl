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
#endif
