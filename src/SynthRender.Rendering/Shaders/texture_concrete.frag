#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Cement with stains, air holes, a few hairline cracks.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p * 2.0, period * 2.0, 1u);
    float stain = fbm(p + 0.5 * w, period, 11u);
    float sand = fbm(p * 16.0, period * 16.0, 17u);
    vec3 hole = cells(p * 8.0, period * 8.0, 23u, 1.0);
    float pit = step(0.75, hole.z) * smoothstep(0.28, 0.16, hole.x / (0.4 + 0.6 * fract(hole.z * 43.0)));
    vec2 slabs = vec2(max(1.0, floor(scale * 0.5)));
    vec3 plate = cells(uv * slabs + 0.35 * warp(p * 4.0, period * 4.0, 29u), slabs, 31u, 0.9);
    float crack = tex.factors.x * (1.0 - smoothstep(0.0, 0.012, plate.y - plate.x)) * smoothstep(0.35, 0.6, stain);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(1.6 * (stain - 0.2), 0.0, 1.0)) * (0.82 + 0.36 * sand);
    color = mix(color, tex.detail.rgb, clamp(0.7 * pit + 0.85 * crack, 0.0, 1.0));
    float h = 0.7 + 0.12 * stain + 0.18 * (sand - 0.5) - 0.55 * pit - 0.5 * crack;
    return Texel(h, color, tex.detail.w + 0.12 * (sand - 0.5), 0.0, 1.0 - 0.5 * max(pit, crack));
}
