#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Old bronze: dark brown metal, worn bright on the heights, verdigris in what lies low and in streaks of powder.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p * 2.0, period * 2.0, 1u);
    float form = fbm(p + 0.4 * w, period, 11u);
    float hammer = cells(p * 3.0 + 0.5 * w, period * 3.0, 17u, 1.0).x;
    float grain = fbm(p * 8.0, period * 8.0, 23u);
    float field = 0.55 * (1.0 - form) + 0.25 * fbm(p * 3.0 + w, period * 3.0, 29u) + 0.2 * grain;
    float level = 0.72 - 0.44 * tex.factors.x;
    float green = smoothstep(level, level + 0.12, field);
    float crust = smoothstep(level + 0.10, level + 0.22, field);
    float bright = smoothstep(0.55, 0.8, form) * (1.0 - green);
    vec3 metal = mix(tex.color.rgb * 0.45, tex.color.rgb, clamp(0.25 + 0.9 * bright + 0.3 * (grain - 0.5), 0.0, 1.0));
    vec3 verdigris = mix(tex.second.rgb, tex.detail.rgb, clamp(0.6 * crust + 0.8 * (grain - 0.4), 0.0, 1.0));
    float h = 0.55 * form + 0.2 * hammer + 0.12 * grain + 0.18 * crust * grain;
    return Texel(h, mix(metal, verdigris, green), mix(tex.detail.w + 0.25 * (1.0 - bright), 0.9, green), tex.factors.y * (1.0 - green), 0.7 + 0.3 * form);
}
