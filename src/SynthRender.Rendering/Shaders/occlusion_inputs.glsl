// What the passes that find ambient occlusion read. They work on one pixel of each block.
#define FRAME_SET 0
#include "frame.glsl"
#include "octahedral.glsl"
#include "occlusion_scale.glsl"

layout(set = 1, binding = 0) uniform texture2D depthTexture;
layout(set = 1, binding = 1) uniform utexture2D surfaceTexture;
layout(set = 1, binding = 2) uniform sampler pointSampler;
layout(set = 1, binding = 3) uniform utexture2D occlusionTexture;

ivec2 imageSize()
{
    return ivec2(frame.rayPerX.w, frame.rayPerY.w);
}

// The pixel of the image that stands for a block.
ivec2 pixelOf(ivec2 block)
{
    return min(block * int(blockSize()) + int(blockSize()) / 2 - 1, imageSize() - 1);
}

float depthAt(ivec2 texel)
{
    return texelFetch(sampler2D(depthTexture, pointSampler), texel, 0).r;
}

vec3 rayAt(ivec2 texel)
{
    vec2 at = vec2(texel) + 0.5;
    return frame.ray.xyz + frame.rayPerX.xyz * at.x + frame.rayPerY.xyz * at.y;
}

vec3 normalAt(ivec2 texel)
{
    uint n = texelFetch(usampler2D(surfaceTexture, pointSampler), texel, 0).y;
    return decodeOctahedral(vec2(n & 4095u, n >> 12 & 4095u) * (2.0 / 4094.0) - 1.0);
}
