#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Clods and crumbs with pebbles in between, darker where it is damp.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p * 2.0, period * 2.0, 1u);
    float clod = fbm(p * 2.0 + 0.7 * w, period * 2.0, 11u);
    vec3 crumb = cells(p * 6.0 + w, period * 6.0, 17u, 1.0);
    vec3 grit = cells(p * 16.0, period * 16.0, 23u, 1.0);
    float crumbs = sqrt(max(0.0, 1.0 - crumb.x * crumb.x * 1.4));
    float pebble = step(0.86, crumb.z) * smoothstep(0.52, 0.40, crumb.x);
    float fine = fbm(p * 12.0, period * 12.0, 29u);
    float h = 0.45 * clod + 0.3 * crumbs * (0.4 + 0.6 * crumb.z) + 0.1 * (1.0 - grit.x) + 0.15 * fine;
    h = mix(h, 0.35 + 0.6 * crumbs, pebble);
    float damp = tex.factors.x * smoothstep(0.4, 0.7, softFbm(p, period, 37u));
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(1.4 * (h - 0.2) + 0.3 * (grit.z - 0.5), 0.0, 1.0)) * (0.75 + 0.5 * fine);
    color = mix(color, tex.detail.rgb * (0.7 + 0.6 * fract(crumb.z * 57.0)), pebble);
    color *= 1.0 - 0.55 * damp;
    return Texel(h, color, mix(tex.detail.w, 0.45, damp), 0.0, 0.45 + 0.55 * smoothstep(0.15, 0.6, h));
}
