#version 450
#extension GL_GOOGLE_include_directive : require
#include "procedural.glsl"

// Clouds of the ground colour, and veins where warped noise crosses zero: broad and soft, fine and sharp.
Texel texel(vec2 uv, float scale)
{
    vec2 p = uv * scale, period = vec2(scale);
    vec2 w = warp(p, period, 1u);
    vec2 q = p + 1.5 * w + 0.5 * warp(p * 2.0, period * 2.0, 13u);
    float cloud = fbm(p + 0.8 * w, period, 21u);
    float broad = 1.0 - smoothstep(0.0, 0.16 + 0.2 * cloud, abs(gradientNoise(q, period, 31u)));
    float fine = 1.0 - smoothstep(0.0, 0.035, abs(gradientNoise(q * 2.0 + 3.0 * w, period * 2.0, 37u)));
    float mask = smoothstep(0.35, 0.65, softFbm(p, period, 43u));
    float vein = clamp(0.55 * broad * (0.4 + 0.6 * cloud) + 0.75 * fine * mask, 0.0, 1.0);
    vec3 ground = mix(tex.color.rgb, tex.second.rgb, smoothstep(0.3, 0.75, cloud) * 0.6);
    vec3 color = mix(ground, tex.detail.rgb, vein);
    return Texel(0.9 - 0.25 * fine * mask + 0.05 * cloud, color, tex.detail.w + 0.12 * vein * (0.5 + tex.factors.x), 0.0, 1.0);
}
