#ifndef OCCLUSION_GLSL
#define OCCLUSION_GLSL
// Ambient occlusion of a pixel, from the four nearest of the half image that lie in its tangent plane.
#include "frame.glsl"

layout(set = 1, binding = 3) uniform texture2D occlusionTexture;

float ambientVisibility(vec3 position, vec3 normal)
{
    vec2 at = (gl_FragCoord.xy - 0.5) * 0.5;
    vec2 base = floor(at);
    vec2 f = at - base;
    ivec2 last = textureSize(sampler2D(occlusionTexture, pointSampler), 0) - 1;
    vec2 sum = vec2(1e-4);
    for (int i = 0; i < 4; i++)
    {
        ivec2 offset = ivec2(i & 1, i >> 1);
        ivec2 other = clamp(ivec2(base) + offset, ivec2(0), last);
        vec2 o = texelFetch(sampler2D(occlusionTexture, pointSampler), other, 0).xy;
        vec2 pixel = vec2(other * 2) + 0.5;
        vec3 there = (frame.ray.xyz + frame.rayPerX.xyz * pixel.x + frame.rayPerY.xyz * pixel.y) * o.y;
        vec2 near = mix(1.0 - f, f, vec2(offset));
        float weight = (near.x * near.y + 0.02) * clamp(2.0 - abs(dot(there - position, normal)) / (0.05 * frame.occlusion.x), 0.0, 1.0);
        sum += vec2(o.x, 1.0) * weight;
    }
    return sum.x / sum.y;
}
#endif
