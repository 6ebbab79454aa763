#version 450
#extension GL_GOOGLE_include_directive : require
// The mean of log2 luminance in one of 16×16 parts of the image, from 8×8 samples.
#include "picture.glsl"

layout(set = 0, binding = 0) uniform texture2D radianceTexture;
layout(set = 0, binding = 1) uniform sampler pointSampler;

layout(location = 0) out float outMean;

void main()
{
    vec2 size = vec2(textureSize(sampler2D(radianceTexture, pointSampler), 0));
    float sum = 0.0;
    for (int y = 0; y < 8; y++)
    {
        for (int x = 0; x < 8; x++)
        {
            vec2 at = (floor(gl_FragCoord.xy) * 8.0 + vec2(x, y) + 0.5) * (size / 128.0);
            vec3 light = texelFetch(sampler2D(radianceTexture, pointSampler), ivec2(at), 0).rgb;
            sum += log2(max(dot(light * picture.gain.rgb, vec3(0.2126, 0.7152, 0.0722)), 1e-4));
        }
    }
    outMean = sum * (1.0 / 64.0);
}
