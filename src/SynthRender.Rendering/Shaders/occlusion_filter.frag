#version 450
#extension GL_GOOGLE_include_directive : require
// The mean over a tile of those that lie in the pixel's tangent plane.
#include "occlusion_inputs.glsl"

layout(location = 0) out vec4 outOcclusion;

void main()
{
    ivec2 half_ = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(sampler2D(occlusionTexture, pointSampler), 0) - 1;
    vec2 here = texelFetch(sampler2D(occlusionTexture, pointSampler), half_, 0).xy;
    vec3 normal = normalAt(half_ * 2);
    vec3 position = rayAt(half_ * 2) * here.y;
    vec2 sum = vec2(here.x, 1.0) * 1e-3;
    for (int y = -2; y < 2; y++)
    {
        for (int x = -2; x < 2; x++)
        {
            ivec2 other = clamp(half_ + ivec2(x, y), ivec2(0), last);
            vec2 o = texelFetch(sampler2D(occlusionTexture, pointSampler), other, 0).xy;
            float off = abs(dot(rayAt(other * 2) * o.y - position, normal));
            float weight = clamp(2.0 - off / (0.05 * frame.occlusion.x), 0.0, 1.0);
            sum += vec2(o.x, 1.0) * weight;
        }
    }
    outOcclusion = vec4(sum.x / sum.y, here.y, 0.0, 0.0);
}
