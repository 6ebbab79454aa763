#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Fine furrows between plates, pores, blotches of blood, freckles.
Texel texel(vec2 uv, float scale)
{
    float n = scale * 8.0;
    vec2 p = uv * n, period = vec2(n);
    vec2 w = warp(p, period, 1u);
    vec3 plate = cells(p + 0.5 * w, period, 11u, 0.95);
    vec3 coarse = cells(p * 0.5 + 0.3 * w, period * 0.5, 13u, 0.95);
    float furrow = smoothstep(0.0, 0.18, plate.y - plate.x) * (0.6 + 0.4 * smoothstep(0.0, 0.12, coarse.y - coarse.x));
    vec3 hole = cells(p * 0.5, period * 0.5, 17u, 1.0);
    float pore = smoothstep(0.14, 0.04, hole.x) * step(0.5, hole.z);
    float blood = 0.6 * fbm(uv * scale + 0.15 * w, vec2(scale), 19u) + 0.4 * fbm(uv * scale * 4.0, vec2(scale * 4.0), 29u);
    float thin = softFbm(uv * max(1.0, floor(scale * 0.5)), vec2(max(1.0, floor(scale * 0.5))), 37u);
    float vein = (1.0 - smoothstep(0.0, 0.10, abs(gradientNoise(uv * scale + 0.5 * w, vec2(scale), 41u)))) * smoothstep(0.5, 0.7, thin);
    vec3 spot = cells(uv * scale * 3.0 + 0.2 * w, vec2(scale * 3.0), 23u, 1.0);
    float freckle = tex.factors.x * step(0.55, spot.z) * smoothstep(0.16 + 0.12 * fract(spot.z * 31.0), 0.04, spot.x);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, 0.75 * smoothstep(0.30, 0.78, blood));
    // Veins under thin skin take its red away.
    color *= 1.0 - vein * vec3(0.22, 0.12, 0.06);
    color *= (0.88 + 0.12 * furrow - 0.25 * pore) * (0.94 + 0.12 * plate.z);
    color = mix(color, tex.detail.rgb, 0.7 * freckle);
    float h = 0.7 * furrow + 0.15 * (1.0 - plate.x) + 0.15 * blood - 0.35 * pore;
    return Texel(h, color, tex.detail.w + 0.12 * (1.0 - furrow) + 0.1 * (blood - 0.5), 0.0, 0.75 + 0.25 * furrow);
}
