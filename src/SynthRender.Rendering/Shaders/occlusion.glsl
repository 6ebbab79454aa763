#ifndef OCCLUSION_GLSL
#define OCCLUSION_GLSL
// Ambient occlusion of a pixel, from the four nearest blocks that lie in its tangent plane.
#include "occlusion_scale.glsl"

layout(set = 1, binding = 3) uniform utexture2D occlusionTexture;

float ambientVisibility(vec3 ray, float depth, vec3 normal)
{
    // What the filter found for a block is for the pixel before its upper left corner.
    vec2 at = (gl_FragCoord.xy + 0.5) / blockSize();
    vec2 base = floor(at);
    vec2 f = at - base;
    vec2 size = vec2(textureSize(usampler2D(occlusionTexture, pointSampler), 0));
    // Left below, right below, right above, left above.
    uvec4 blocks = textureGather(usampler2D(occlusionTexture, pointSampler), (base + 1.0) / size);
    // A ray's share along the normal, in which a depth is a distance along it.
    float toHere = dot(ray, normal);
    vec2 perBlock = blockSize() * vec2(dot(frame.rayPerX.xyz, normal), dot(frame.rayPerY.xyz, normal));
    float toBase = toHere - dot(f, perBlock);
    float below = toBase + perBlock.y;
    vec4 toBlocks = vec4(below, below + perBlock.x, toBase + perBlock.x, toBase);
    vec4 distances = uintBitsToFloat(blocks & ~255u) * toBlocks - depth * toHere;
    vec4 nearness = vec4(1.0 - f.x, f.x, f.x, 1.0 - f.x) * vec4(f.y, f.y, 1.0 - f.y, 1.0 - f.y) + 0.02;
    vec4 weights = nearness * clamp(2.0 - abs(distances) * (20.0 / occlusionRadius(depth)), 1e-4, 1.0);
    return dot(vec4(blocks & 255u), weights) / (255.0 * dot(weights, vec4(1.0)));
}
#endif
