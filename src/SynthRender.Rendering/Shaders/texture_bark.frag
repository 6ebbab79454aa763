#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Long plates along v with deep furrows between them.
Texel texel(vec2 uv, float scale)
{
    vec2 n = vec2(scale * 2.0, max(1.0, floor(scale * 0.5)));
    vec2 p = uv * n;
    vec2 w = warp(uv * n * 2.0, n * 2.0, 1u);
    vec3 plate = cells(p + vec2(0.7, 0.5) * w, n, 11u, 0.95);
    vec2 fine = n * vec2(4.0, 3.0);
    float flake = ridged(uv * fine + 1.5 * w, fine, 17u);
    float grain = fbm(uv * fine * 2.0, fine * 2.0, 23u);
    float top = smoothstep(0.02, 0.30, plate.y - plate.x);
    float h = top * (0.5 + 0.35 * flake) + 0.15 * grain;
    float moss = tex.factors.x * smoothstep(0.5, 0.75, softFbm(uv * 4.0, vec2(4.0), 29u)) * smoothstep(0.3, 0.6, h);
    vec3 color = mix(tex.second.rgb, tex.color.rgb, clamp(h * 1.1 + 0.25 * (plate.z - 0.5), 0.0, 1.0)) * (0.75 + 0.5 * grain);
    color = mix(color, tex.detail.rgb * (0.6 + 0.8 * grain), moss);
    return Texel(h, color, tex.detail.w, 0.0, 0.35 + 0.65 * top);
}
