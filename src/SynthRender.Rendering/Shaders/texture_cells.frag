#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    p += 0.25 * warp(p * 2.0, period * 2.0, 40u);
    vec3 c = cells(p, period, 1u, 0.85);
    float edge = c.y - c.x;
    float stone = smoothstep(0.03, 0.12 + 0.15 * tex.factors.x, edge);
    float grain = fbm(uv * scale * 4.0, period * 4.0, 21u);
    float h = stone * (0.55 + 0.3 * smoothstep(0.0, 0.6, edge) + 0.15 * grain * (0.4 + 0.6 * c.z));
    vec3 rock = mix(tex.color.rgb, tex.second.rgb, c.z) * (0.8 + 0.4 * grain);
    return Texel(h, mix(tex.detail.rgb, rock, stone), mix(0.95, tex.detail.w + 0.15 * (grain - 0.5), stone), tex.factors.y * stone, mix(0.45, 1.0, stone));
}
