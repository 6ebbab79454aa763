#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// A smooth coat with scratches: each a thin segment through its cell, long ones over short ones.
float scratch(vec2 p, vec2 period, uint salt, float width)
{
    vec2 c = floor(p);
    float deepest = 0.0;
    for (int j = -1; j <= 1; j++)
        for (int i = -1; i <= 1; i++)
        {
            vec2 at = c + vec2(i, j);
            uint h = hash(at, period, salt), g = mixBits(h);
            vec2 middle = at + unit2(h);
            float angle = unit(g) * 6.2831853;
            vec2 along = vec2(cos(angle), sin(angle));
            vec2 d = p - middle;
            float x = dot(d, along) + 0.0, reach = 0.25 + 0.6 * unit(mixBits(g));
            float bow = dot(d, vec2(-along.y, along.x)) + 0.25 * (unit(mixBits(g + 1u)) - 0.5) * x * x;
            float present = step(unit(mixBits(g + 2u)), tex.factors.x);
            float taper = 1.0 - smoothstep(0.4, 1.0, abs(x) / reach);
            deepest = max(deepest, present * taper * (1.0 - smoothstep(0.4 * width, width, abs(bow))) * (0.4 + 0.6 * unit(mixBits(g + 3u))));
        }
    return deepest;
}

Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    float one = scratch(p * 0.5 * 2.0, period, 1u, 0.016);
    float two = scratch(p * 2.0, period * 2.0, 7u, 0.026);
    float three = scratch(p * 4.0, period * 4.0, 13u, 0.035) * 0.6;
    float s = max(one, max(two, three));
    float smear = fbm(p, period, 19u);
    float speck = fbm(p * 8.0, period * 8.0, 23u);
    vec3 coat = mix(tex.color.rgb, tex.second.rgb, smoothstep(0.3, 0.8, smear) * 0.6);
    return Texel(0.85 - 0.8 * s + 0.05 * speck, mix(coat, tex.detail.rgb, 0.85 * s), tex.detail.w + 0.35 * s + 0.2 * (smear - 0.5), tex.factors.y, 1.0 - 0.3 * s);
}
