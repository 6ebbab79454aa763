#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Metal or paint, eaten from spots outwards: bright flakes at the rim, dark and pitted in the middle, stains around.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p * 2.0, period * 2.0, 1u);
    float field = 0.65 * fbm(p + 0.5 * w, period, 11u) + 0.35 * fbm(p * 4.0, period * 4.0, 17u);
    float level = 0.78 - 0.52 * tex.factors.x;
    float rust = smoothstep(level, level + 0.06, field);
    float halo = smoothstep(level - 0.10, level + 0.02, field) * (1.0 - rust);
    float pit = fbm(p * 8.0, period * 8.0, 23u);
    float deep = smoothstep(0.35, 0.7, fbm(p * 3.0 + w, period * 3.0, 29u));
    vec3 bare = tex.color.rgb * (0.92 + 0.16 * fbm(p * 16.0, period * 16.0, 31u));
    vec3 eaten = mix(tex.second.rgb, tex.detail.rgb, deep) * (0.65 + 0.7 * pit);
    vec3 color = mix(mix(bare, bare * 0.5 + tex.second.rgb * 0.4, 0.6 * halo), eaten, rust);
    float h = mix(0.55, 0.45 + 0.55 * pit + 0.15 * (1.0 - deep), rust);
    return Texel(h, color, mix(tex.detail.w + 0.2 * halo, 0.88 + 0.1 * pit, rust), tex.factors.y * (1.0 - rust), mix(1.0, 0.7 + 0.3 * pit, rust));
}
