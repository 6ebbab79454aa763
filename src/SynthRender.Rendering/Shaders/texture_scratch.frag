#version 450
#extension GL_GOOGLE_include_directive : require
#define DECAL
#include "procedural.glsl"

// Each scratch is a bent line with ends that taper, in a bundle along u.
const int most = 28;

Texel texel(vec2 uv, float scale)
{
    vec2 c = uv * 2.0 - 1.0;
    float groove = 0.0, deep = 0.0, tone = 0.5;
    for (int i = 0; i < most; i++)
    {
        uint h = hash(vec2(float(i), 0.0), vec2(1024.0), 1u), g = mixBits(h), k = mixBits(g + 1u);
        vec2 at = unit2(h) - 0.5, form = unit2(g), kind = unit2(k);
        float half_ = 0.12 + 0.62 * form.x * form.x;
        vec2 middle = vec2(at.x * 1.3, at.y * (0.35 + 3.0 / scale));
        float x = (c.x - clamp(middle.x, half_ - 0.9, 0.9 - half_)) / half_;
        float y = c.y - middle.y - (form.y - 0.5) * 0.25 * x * half_ - (kind.x - 0.5) * 0.18 * half_ * (x * x - 0.3);
        float present = step(kind.y, 0.15 + 0.85 * tex.factors.x);
        float width = 0.006 + 0.016 * kind.x * kind.x;
        float along = 1.0 - smoothstep(0.55, 1.0, abs(x));
        float rough = 0.7 + 0.6 * valueNoise(vec2(uv.x * 64.0, float(i)), vec2(64.0, 1024.0), 9u);
        float line = present * along * (1.0 - smoothstep(0.35 * width * rough, width * rough + 0.003, abs(y)));
        tone = line > groove ? kind.y : tone;
        groove = max(groove, line * (0.55 + 0.45 * form.y));
        deep = max(deep, line * step(0.75, form.x));
    }

    float rim = smoothstep(1.0, 0.92, max(abs(c.x), abs(c.y)));
    float speck = fbm(uv * 24.0, vec2(24.0), 23u);
    vec3 color = mix(mix(tex.color.rgb, tex.second.rgb, tone), tex.detail.rgb, 0.6 * deep) * (0.85 + 0.3 * speck);
    coverage = rim * groove;
    return Texel(1.0 - rim * groove, color, tex.detail.w + 0.2 * (speck - 0.5), tex.factors.y, 1.0 - 0.3 * deep);
}
