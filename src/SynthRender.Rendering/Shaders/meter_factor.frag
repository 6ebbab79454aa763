#version 450
#extension GL_GOOGLE_include_directive : require
// The factor that brings the image's mean luminance to the key.
#include "picture.glsl"

layout(set = 0, binding = 0) uniform texture2D means;
layout(set = 0, binding = 1) uniform sampler pointSampler;

layout(location = 0) out float outFactor;

void main()
{
    float sum = 0.0;
    for (int y = 0; y < 16; y++)
        for (int x = 0; x < 16; x++)
            sum += texelFetch(sampler2D(means, pointSampler), ivec2(x, y), 0).r;
    outFactor = clamp(picture.meter.x * exp2(sum * (-1.0 / 256.0)), picture.meter.y, picture.meter.z);
}
