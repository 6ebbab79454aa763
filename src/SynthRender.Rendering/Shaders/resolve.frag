#version 450
#extension GL_GOOGLE_include_directive : require
#define FRAME_SET 0
#include "frame.glsl"

layout(set = 1, binding = 0) uniform texture2D radianceTexture;
layout(set = 1, binding = 1) uniform sampler pointSampler;

layout(location = 0) out vec4 outColor;

// IEC 61966-2-1.
vec3 encodeSrgb(vec3 c)
{
    return mix(1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, c * 12.92, lessThan(c, vec3(0.0031308)));
}

void main()
{
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec3 radiance = texelFetch(sampler2D(radianceTexture, pointSampler), texel, 0).rgb;
    outColor = vec4(encodeSrgb(clamp(radiance * frame.ray.w, 0.0, 1.0)), 1.0);
}
