#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Fine parallel lines along u, of many lengths.
Texel texel(vec2 uv, float scale)
{
    vec2 a = vec2(2.0, scale * 48.0), b = vec2(5.0, scale * 96.0), c = vec2(1.0, scale * 12.0);
    float lines = 0.45 * valueNoise(uv * a, a, 1u) + 0.35 * valueNoise(uv * b, b, 5u) + 0.2 * valueNoise(uv * c, c, 9u);
    float smear = fbm(uv * 3.0, vec2(3.0), 13u);
    float dirt = tex.factors.x * smoothstep(0.5, 0.8, smear);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, clamp(0.5 + 1.5 * (lines - 0.5), 0.0, 1.0));
    color = mix(color, tex.detail.rgb, 0.5 * dirt);
    return Texel(lines, color, tex.detail.w + 0.22 * (lines - 0.5) + 0.35 * dirt + 0.1 * (smear - 0.5), tex.factors.y * (1.0 - 0.5 * dirt), 1.0);
}
