#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Pebbled grain: creases between warped cells of two sizes, fine pores.
Texel texel(vec2 uv, float scale)
{
    float n = scale * 4.0;
    vec2 p = uv * n, period = vec2(n);
    vec2 w = warp(p, period, 1u);
    vec3 big = cells(p + 0.6 * w, period, 11u, 0.9);
    vec3 small = cells(p * 2.0 + w, period * 2.0, 17u, 0.9);
    float crease = smoothstep(0.0, 0.22, big.y - big.x);
    float little = smoothstep(0.0, 0.3, small.y - small.x);
    float grain = fbm(p * 2.0, period * 2.0, 23u);
    float h = 0.6 * crease * (0.75 + 0.25 * big.z) + 0.25 * little * crease + 0.15 * grain;
    float tone = fbm(uv * 4.0, vec2(4.0), 29u);
    float worn = tex.factors.x * smoothstep(0.5, 0.75, tone) * crease;
    vec3 color = mix(tex.second.rgb, tex.color.rgb, clamp(0.25 + 0.55 * h + 0.5 * (tone - 0.5), 0.0, 1.0));
    color = mix(color, tex.detail.rgb, 0.7 * worn);
    return Texel(h, color, tex.detail.w + 0.25 * (1.0 - crease) + 0.15 * (grain - 0.5) + 0.15 * worn, 0.0, 0.6 + 0.4 * crease);
}
