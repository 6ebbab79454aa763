#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Ceramic tiles in a running bond of half a tile when the family's own number is 1, in a grid when it is 0.
Texel texel(vec2 uv, float scale)
{
    vec2 n = vec2(scale, scale * (1.0 + float(tex.head.w)));
    n.y = floor(n.y * 0.5 + 0.5) * 2.0 * step(0.5, float(tex.head.w)) + n.y * (1.0 - step(0.5, float(tex.head.w)));
    vec2 p = uv * n;
    p.x += 0.5 * mod(floor(p.y), 2.0) * float(tex.head.w);
    vec2 c = floor(p), f = p - c;
    vec2 rim2 = min(f, 1.0 - f) / n * n.x;
    float rim = min(rim2.x, rim2.y) + 0.012 * (fbm(uv * n * 4.0, n * 4.0, 5u) - 0.5);
    float tile = smoothstep(0.022, 0.034, rim);
    float pillow = smoothstep(0.02, 0.10, rim);
    uint own = hash(c, n, 1u);
    float glaze = fbm(uv * n * 2.0, n * 2.0, 11u + (own & 255u));
    float grime = tex.factors.x * smoothstep(0.45, 0.75, fbm(uv * 4.0, vec2(4.0), 17u));
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(0.7 * unit(own) + 0.6 * (glaze - 0.3), 0.0, 1.0));
    vec3 grout = tex.detail.rgb * (0.8 + 0.4 * fbm(uv * 64.0, vec2(64.0), 19u));
    color = mix(grout, color, tile) * (1.0 - 0.5 * grime);
    float h = mix(0.15, 0.75 + 0.22 * pillow + 0.03 * glaze, tile);
    return Texel(h, color, mix(0.9, tex.detail.w + 0.5 * grime, tile), 0.0, mix(0.6, 1.0, tile));
}
