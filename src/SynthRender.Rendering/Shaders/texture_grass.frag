#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Blades over blades: each a bent, tapering stroke from a root in its cell; the highest one shows.
Texel texel(vec2 uv, float scale)
{
    float n = scale * 3.0;
    vec2 period = vec2(n);
    float top = 0.0, shade = 0.0, pick = 0.0;
    for (int layer = 0; layer < 8; layer++)
    {
        vec2 p = uv * n + vec2(0.37, 0.61) * float(layer);
        vec2 c = floor(p);
        for (int j = -1; j <= 1; j++)
            for (int i = -1; i <= 1; i++)
            {
                vec2 at = c + vec2(i, j);
                // One hash for the root, one for all else: they are most of what this costs.
                uint h = hash(at, period, 101u + uint(layer)), g = mixBits(h);
                vec2 d = p - at - unit2(h);
                vec2 way = vec2(g & 255u, g >> 8 & 255u) - 127.5;
                vec2 form = vec2(g >> 16 & 255u, g >> 24) * (1.0 / 255.0);
                vec2 along = way * inversesqrt(dot(way, way));
                float x = dot(d, along) / (0.75 + 0.25 * form.x);
                float y = dot(d, vec2(-along.y, along.x)) + 0.3 * (form.y - 0.5) * x * x;
                float width = 0.13 * (1.0 - x) * (0.55 + x) * (0.6 + 0.4 * form.y) * step(0.0, x) * step(x, 1.0) + 1e-5;
                float inside = step(abs(y), width);
                float height = inside * (0.065 * float(layer) + 0.35 * x * (1.2 - x) + 0.12 * form.x + 0.12 * (1.0 - y * y / (width * width)) + 0.02);
                bool higher = height > top;
                top = higher ? height : top;
                shade = higher ? (0.45 + 0.55 * x) * (0.72 + 0.28 * (1.0 - abs(y) / width)) * (0.66 + 0.042 * float(layer)) : shade;
                pick = higher ? fract(form.x * 7.0 + form.y) : pick;
            }
    }
    float ground = fbm(uv * n, period, 7u);
    float blade = step(0.001, top);
    float dry = tex.factors.x * smoothstep(0.35, 0.7, softFbm(uv * 3.0, vec2(3.0), 9u) * 0.6 + 0.4 * pick);
    vec3 green = mix(tex.color.rgb, tex.second.rgb, pick) * (0.25 + 0.95 * shade);
    green = mix(green, tex.detail.rgb, dry);
    vec3 earth = mix(tex.color.rgb, tex.detail.rgb, 0.35) * 0.4 * (0.5 + ground);
    float h = mix(0.12 * ground, top, blade);
    return Texel(h, mix(earth, green, blade), tex.detail.w + 0.1 * (pick - 0.5), 0.0, 0.3 + 0.7 * smoothstep(0.05, 0.6, h));
}
