#version 450
#extension GL_GOOGLE_include_directive : require
#define DECAL
#include "procedural.glsl"

// Mud that has dried: thick and dark in the middle, dust towards the edge, specks thrown around it.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 c = uv * 2.0 - 1.0;
    vec2 w = warp(p, period, 1u);
    float reach = length(c + 0.7 * w);
    float lumps = fbm(p + w, period, 11u);
    float grain = fbm(p * 6.0, period * 6.0, 17u);
    float field = 0.95 * tex.factors.x + 0.28 - reach + 0.75 * (lumps - 0.5);
    float dust = smoothstep(0.0, 0.55, field + 0.25 * (grain - 0.5));
    float mud = smoothstep(0.28, 0.42, field + 0.4 * (grain - 0.5));
    vec3 grit = cells(p * 5.0 + w, period * 5.0, 23u, 1.0);
    float near = 1.0 - smoothstep(0.55, 1.0, length(c));
    float speck = smoothstep(0.30, 0.20, grit.x / (0.35 + 0.65 * fract(grit.z * 57.0))) * step(0.55 + 0.4 * (1.0 - near), grit.z);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(mud + 0.5 * (lumps - 0.5), 0.0, 1.0)) * (0.75 + 0.5 * grain);
    color = mix(color, tex.detail.rgb, 0.8 * speck);
    float rim = smoothstep(1.0, 0.86, max(abs(c.x), abs(c.y)));
    coverage = rim * max(dust * (0.35 + 0.45 * grain) + 0.75 * mud, 0.9 * speck);
    float h = rim * (mud * (0.35 + 0.5 * grain) + 0.25 * speck + 0.08 * dust);
    return Texel(h, color, tex.detail.w + 0.08 * (grain - 0.5), 0.0, 1.0 - 0.25 * mud * (1.0 - grain));
}
