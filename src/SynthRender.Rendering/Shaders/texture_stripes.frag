#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

Texel texel(vec2 uv, float scale)
{
    float wobble = (softFbm(uv * 4.0, vec2(4.0), 1u) - 0.5) * tex.factors.x * 0.8;
    float x = fract(uv.x * scale + wobble);
    float share = 0.5;
    float edge = fwidth(uv.x * scale) + 0.02;
    float s = smoothstep(0.0, edge, x) - smoothstep(share, share + edge, x);
    float grain = fbm(uv * 32.0, vec2(32.0), 5u);
    return Texel(0.7 * s + 0.3 * grain, mix(tex.color.rgb, tex.second.rgb, s) * (0.92 + 0.16 * grain), tex.detail.w + 0.1 * (grain - 0.5), tex.factors.y, 1.0);
}
