#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

layout(constant_id = 0) const int weave = 0; // FabricWeave: plain, twill, basket

// Warp threads run along v, weft threads along u; at each crossing one of them lies on top.
Texel texel(vec2 uv, float scale)
{
    float n = scale * 4.0;
    vec2 p = uv * n;
    p += 0.12 * warp(uv * 8.0, vec2(8.0), 1u);
    vec2 c = floor(p), f = p - c - 0.5;
    float over = 0.0;
    if (weave == 0) over = mod(c.x + c.y, 2.0);
    else if (weave == 1) over = step(2.0, mod(c.x + c.y, 4.0));
    else over = mod(floor(c.x * 0.5) + floor(c.y * 0.5), 2.0);
    float across = over > 0.5 ? f.x : f.y;
    float along = over > 0.5 ? f.y : f.x;
    float thread = over > 0.5 ? c.x : c.y;
    float salt = random(vec2(thread, over), vec2(n), 5u);
    float round = sqrt(max(0.0, 1.0 - 4.0 * across * across * 0.94));
    float bow = weave == 0 ? cos(along * 3.14159) : 0.75 + 0.25 * cos(along * 3.14159);
    vec2 along2 = over > 0.5 ? vec2(6.0, 1.0) : vec2(1.0, 6.0);
    float twist = valueNoise((uv * n + vec2(0.0)) * along2, vec2(n) * along2, 9u);
    float fuzz = fbm(uv * n, vec2(n), 15u);
    float h = round * (0.45 + 0.4 * bow) + 0.15 * twist;
    vec3 color = mix(tex.color.rgb, tex.second.rgb, over);
    color *= 0.62 + 0.3 * h + 0.16 * (salt - 0.5) + 0.22 * (twist - 0.5) + 0.1 * (fuzz - 0.5);
    float worn = tex.factors.x * smoothstep(0.5, 0.8, softFbm(uv * 3.0, vec2(3.0), 77u));
    color = mix(color, tex.detail.rgb, 0.6 * worn);
    return Texel(h, color, tex.detail.w, 0.0, 0.45 + 0.55 * smoothstep(0.0, 0.6, h));
}
