// What the passes that find ambient occlusion read. They work on every second pixel of every second row.
#define FRAME_SET 0
#include "frame.glsl"
#include "opaque.glsl"
#include "octahedral.glsl"

layout(set = 1, binding = 0) uniform texture2D depthTexture;
layout(set = 1, binding = 1) uniform utexture2D surfaceTexture;
layout(set = 1, binding = 2) uniform sampler pointSampler;
layout(set = 1, binding = 3) uniform texture2D occlusionTexture;

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
