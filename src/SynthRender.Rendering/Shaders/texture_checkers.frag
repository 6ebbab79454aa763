#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale * 2.0;
    vec2 c = floor(p), f = p - c;
    float s = mod(c.x + c.y, 2.0);
    float rim = min(min(f.x, f.y), min(1.0 - f.x, 1.0 - f.y));
    float seam = smoothstep(0.008, 0.03, rim);
    float stain = fbm(uv * 6.0, vec2(6.0), 3u);
    float dirt = tex.factors.x * smoothstep(0.45, 0.75, stain);
    float tone = 0.94 + 0.12 * random(c, vec2(scale * 2.0), 9u);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, s) * tone;
    color = mix(color, tex.detail.rgb, dirt * 0.5 + 0.6 * (1.0 - seam));
    return Texel(seam * (0.9 + 0.1 * tone), color, tex.detail.w + 0.4 * dirt, tex.factors.y, 0.6 + 0.4 * seam);
}
