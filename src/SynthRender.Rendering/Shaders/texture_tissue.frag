#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Wet mucosa: soft swellings, blotches of blood, vessels that branch from thick to thin under the surface.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p, period, 1u), w2 = warp(p * 2.0, period * 2.0, 5u);
    float swell = fbm(p + w, period, 11u);
    float blotch = fbm(p * 2.0 + w, period * 2.0, 17u);
    float thick = abs(gradientNoise(p + 1.1 * w + 0.35 * w2, period, 23u));
    float thin = abs(gradientNoise(p * 3.0 + 2.0 * w + 1.2 * w2, period * 3.0, 29u));
    float hair = abs(gradientNoise(p * 7.0 + 4.0 * w2, period * 7.0, 31u));
    float where = smoothstep(0.35, 0.6, softFbm(p * 2.0, period * 2.0, 37u));
    float a = 1.0 - smoothstep(0.015, 0.06, thick);
    float b = (1.0 - smoothstep(0.02, 0.075, thin)) * where;
    float d = (1.0 - smoothstep(0.02, 0.12, hair)) * where * 0.6;
    float vessel = clamp(tex.factors.x * 1.3 * max(0.9 * a, max(0.75 * b, 0.5 * d)), 0.0, 1.0);
    float pebble = cells(p * 10.0 + w2 * 3.0, period * 10.0, 41u, 0.9).x;
    vec3 color = mix(tex.color.rgb, tex.second.rgb, smoothstep(0.25, 0.8, 0.6 * blotch + 0.4 * swell));
    color = mix(color, tex.detail.rgb, 0.8 * vessel);
    float h = 0.62 * swell + 0.22 * a * tex.factors.x + 0.14 * (1.0 - pebble);
    return Texel(h, color, tex.detail.w + 0.16 * (blotch - 0.5) + 0.06 * pebble, 0.0, 0.75 + 0.25 * swell);
}
