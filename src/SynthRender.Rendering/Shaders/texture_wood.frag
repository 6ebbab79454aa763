#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Boards sawn along u: each a cut through rings that wander, fibres and pores drawn out along the grain, now and then a knot.
Texel texel(vec2 uv, float scale)
{
    float planks = float(tex.head.w);
    float row = floor(uv.y * planks);
    uint board = hash(vec2(0.0, row), vec2(1.0, planks), 3u);
    float v = fract(uv.y * planks);
    float shift = unit(board);
    float joint = abs(fract(uv.x - shift + 0.5) - 0.5);
    vec2 q = vec2(uv.x, uv.y);
    uint salt = board & 1023u;
    // Rings: a slow sweep across the board, bent along it.
    vec2 low = vec2(3.0, planks * 2.0);
    float bend = softFbm(q * low, low, 11u + salt);
    float slow = softFbm(q * vec2(2.0, planks), vec2(2.0, planks), 17u + salt);
    vec2 kp = q * vec2(3.0, planks);
    vec3 knot = cells(kp, vec2(3.0, planks), 23u, 0.8);
    float isKnot = step(1.0 - 0.25 * tex.factors.x, knot.z) * exp(-knot.x * knot.x * 40.0);
    float phase = max(1.0, floor(scale * 0.55 + 0.5)) * v + scale * (1.1 * slow + 0.5 * bend) + 3.0 * isKnot;
    float ring = phase - floor(phase);
    float late = smoothstep(0.25, 0.92, ring) * (1.0 - smoothstep(0.93, 1.0, ring));
    // Fibres and pores.
    vec2 thin = vec2(8.0, 160.0);
    float fibre = 0.6 * valueNoise(q * thin, thin, 31u + salt) + 0.4 * valueNoise(q * thin * vec2(2, 2), thin * 2.0, 37u + salt);
    vec2 pore = vec2(24.0, 224.0);
    float pores = smoothstep(0.80, 0.97, valueNoise(q * pore, pore, 41u + salt)) * (0.35 + 0.65 * late);
    float tone = unit(mixBits(board)) - 0.5;
    float dark = clamp(0.12 + 0.62 * late + 0.30 * (fibre - 0.5) + 0.35 * tone + 0.2 * (bend - 0.5), 0.0, 1.0);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, dark);
    color = mix(color, tex.detail.rgb, clamp(0.55 * pores + 0.85 * isKnot, 0.0, 1.0));
    float many = step(1.5, planks);
    float side = min(v, 1.0 - v) / planks;
    float gap = many * (1.0 - smoothstep(0.0012, 0.0035, min(side, joint)));
    color = mix(color, tex.detail.rgb * 0.25, gap);
    float h = (0.62 + 0.18 * fibre - 0.12 * late - 0.35 * pores + 0.08 * tone) * (1.0 - 0.6 * gap);
    return Texel(h, color, tex.detail.w + 0.18 * (fibre - 0.5) - 0.1 * late + 0.3 * gap + 0.15 * pores, 0.0, 1.0 - 0.6 * gap);
}
