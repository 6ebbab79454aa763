#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

layout(constant_id = 0) const int kind = 0; // NoiseKind

Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    float h = 0.0;
    if (kind == 0) h = valueNoise(p, period, 1u);
    else if (kind == 1) h = 0.5 + 0.5 * gradientNoise(p, period, 1u);
    else if (kind == 2) h = 0.5 + 0.5 * simplexNoise(p * 2.0, period * 2.0, 1u);
    else if (kind == 3) h = fbm(p, period, 1u);
    else if (kind == 4) h = ridged(p, period, 1u);
    else if (kind == 5)
    {
        vec2 w = warp(p, period, 11u);
        h = fbm(p + 1.6 * w + 1.2 * warp(p + w, period, 31u), period, 1u);
    }
    else h = 1.0 - abs(2.0 * fbm(p, period, 1u) - 1.0) * 1.6;
    h = clamp(h, 0.0, 1.0);
    float s = ramp(0.15, 0.85, h);
    return Texel(h, mix(tex.color.rgb, tex.second.rgb, s), tex.detail.w + 0.2 * (0.5 - h), tex.factors.y, 0.75 + 0.25 * h);
}
