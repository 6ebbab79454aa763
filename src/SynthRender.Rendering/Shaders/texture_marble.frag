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
    float n = abs(gradientNoise(q, period, 31u));
    float halo = 1.0 - smoothstep(0.0, 0.30, n);
    float core = 1.0 - smoothstep(0.0, 0.025 + 0.035 * cloud, n);
    float where = smoothstep(0.30, 0.55, softFbm(p, period, 43u));
    float m = abs(gradientNoise(q * 2.0 + 2.2 * w, period * 2.0, 37u));
    float fine = (1.0 - smoothstep(0.0, 0.022, m)) * where;
    float hair = (1.0 - smoothstep(0.0, 0.020, abs(gradientNoise(q * 5.0 + 4.0 * w, period * 5.0, 47u)))) * smoothstep(0.45, 0.65, cloud);
    float crystal = fbm(p * 16.0, period * 16.0, 53u);
    float vein = max(max(0.42 * halo * halo * (0.3 + cloud), 0.9 * core * (0.35 + 0.65 * where)), max(0.75 * fine, 0.35 * hair));
    vec3 ground = mix(tex.color.rgb, tex.second.rgb, smoothstep(0.25, 0.75, cloud) * 0.75) * (0.95 + 0.10 * crystal);
    vec3 color = mix(ground, tex.detail.rgb, clamp(vein, 0.0, 1.0));
    return Texel(0.9 - 0.25 * max(core, fine) + 0.05 * cloud, color, tex.detail.w + 0.12 * vein * (0.5 + tex.factors.x), 0.0, 1.0);
}
