#version 450
#extension GL_GOOGLE_include_directive : require
// A mean over what lies in the tangent plane of four by four blocks, so that all turns of the slices, which repeat every four blocks, weigh
// the same. It is taken for the pixel in their middle, before the block's upper left corner.
#include "occlusion_inputs.glsl"

layout(location = 0) out uint outOcclusion;

void main()
{
    ivec2 block = ivec2(gl_FragCoord.xy);
    vec2 size = vec2(textureSize(usampler2D(occlusionTexture, pointSampler), 0));
    ivec2 texel = clamp(block * int(blockSize()) - 1, ivec2(0), imageSize() - 1);
    float depth = min(depthAt(texel), 1e30);
    vec3 normal = normalAt(texel);
    float slack = 20.0 / occlusionRadius(depth);
    // A ray's share along the normal, in which a depth is a distance along it.
    float toHere = dot(rayAt(texel), normal);
    vec2 perBlock = blockSize() * vec2(dot(frame.rayPerX.xyz, normal), dot(frame.rayPerY.xyz, normal));
    vec4 offX = vec4(0.0, perBlock.x, perBlock.x, 0.0), offY = vec4(perBlock.y, perBlock.y, 0.0, 0.0);
    vec4 sum = vec4(0.0);
    vec4 all = vec4(0.0);
    for (int y = -2; y < 2; y += 2)
    {
        for (int x = -2; x < 2; x += 2)
        {
            // Beyond the image's edges, the last blocks again.
            vec2 corner = clamp(vec2(block + ivec2(x, y)), vec2(0.0), max(size - 2.0, 0.0));
            uvec4 there = textureGather(usampler2D(occlusionTexture, pointSampler), (corner + 1.0) / size);
            float toCorner = toHere + dot(corner - vec2(block) + 0.5, perBlock);
            vec4 distances = uintBitsToFloat(there & ~255u) * (toCorner + offX + offY) - depth * toHere;
            vec4 weights = clamp(2.0 - abs(distances) * slack, 1e-3, 1.0);
            sum += vec4(there & 255u) * weights;
            all += weights;
        }
    }
    outOcclusion = packOcclusion(dot(sum, vec4(1.0)) / (255.0 * dot(all, vec4(1.0))), depth);
}
