#version 450
#extension GL_GOOGLE_include_directive : require
#define DECAL
#include "procedural.glsl"

// A pool whose edge runs out in fingers, and drops that flew on from it: round near, drawn out far.
const int drops = 40;

// How deep inside a drop or pool a point lies, 0 at its edge, in units of the tile's half.
float inside(vec2 c, float scale)
{
    float angle = atan(c.y, c.x) / 6.2831853 + 0.5;
    float r = length(c);
    float slow = valueNoise(vec2(angle * 5.0, 0.5), vec2(5.0, 64.0), 3u) - 0.5;
    float finger = valueNoise(vec2(angle * scale, 0.5), vec2(scale, 64.0), 7u);
    float fine = valueNoise(vec2(angle * scale * 3.0, 0.5), vec2(scale * 3.0, 64.0), 9u) - 0.5;
    float edge = 0.27 + 0.20 * slow + 0.42 * tex.factors.x * finger * finger * finger * finger + 0.045 * fine;
    float depth = edge - r;
    for (int i = 0; i < drops; i++)
    {
        uint h = hash(vec2(float(i), 0.0), vec2(1024.0), 21u), g = mixBits(h);
        vec2 a = unit2(h), b = unit2(g);
        float turn = a.x * 6.2831853;
        vec2 out_ = vec2(cos(turn), sin(turn));
        float far = 0.36 + (0.22 + 0.32 * tex.factors.x) * a.y;
        vec2 d = c - out_ * far;
        float size = (0.012 + 0.06 * b.x * b.x * b.x) * (1.25 - 0.8 * a.y);
        float stretch = 1.0 + 2.2 * b.y * a.y;
        vec2 local = vec2(dot(d, out_) / stretch, dot(d, vec2(-out_.y, out_.x)));
        depth = max(depth, size - length(local));
    }
    return depth;
}

Texel texel(vec2 uv, float scale)
{
    vec2 c = uv * 2.0 - 1.0;
    vec2 w = warp(uv * 8.0, vec2(8.0), 1u);
    float depth = inside(c + 0.03 * w, scale);
    float body = smoothstep(0.0, 0.012, depth);
    float thick = smoothstep(0.0, 0.16, depth);
    float clot = fbm(uv * 6.0 + w, vec2(6.0), 31u);
    float rim = body * (1.0 - smoothstep(0.012, 0.03, depth));
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(thick + 0.5 * (clot - 0.5), 0.0, 1.0));
    color = mix(color, tex.detail.rgb, 0.75 * rim);
    float border = smoothstep(1.0, 0.95, max(abs(c.x), abs(c.y)));
    coverage = border * body * (0.86 + 0.14 * thick);
    return Texel(border * sqrt(clamp(depth / 0.10, 0.0, 1.0)) * (0.9 + 0.1 * clot), color, tex.detail.w + 0.25 * rim, 0.0, 1.0);
}
