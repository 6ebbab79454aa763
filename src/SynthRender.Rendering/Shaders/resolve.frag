#version 450
#extension GL_GOOGLE_include_directive : require
// From linear light to the written picture.
#include "picture.glsl"
#include "tone.glsl"

layout(constant_id = 0) const int toneCurve = 0; // Cameras/ToneCurve.cs
layout(constant_id = 1) const bool isMetered = false;
layout(constant_id = 2) const bool hasVignette = false;
layout(constant_id = 3) const bool hasField = false;

layout(set = 0, binding = 0) uniform texture2D radianceTexture;
layout(set = 0, binding = 1) uniform sampler pointSampler;
layout(set = 0, binding = 3) uniform texture2D meterTexture;

layout(location = 0) out vec4 outColor;

// IEC 61966-2-1.
vec3 encodeSrgb(vec3 c)
{
    return mix(1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, c * 12.92, lessThan(c, vec3(0.0031308)));
}

void main()
{
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec3 light = max(texelFetch(sampler2D(radianceTexture, pointSampler), texel, 0).rgb * picture.gain.rgb, 0.0);
    if (isMetered) light *= texelFetch(sampler2D(meterTexture, pointSampler), ivec2(0), 0).r;
    vec2 offset = gl_FragCoord.xy - picture.center.xy;
    float square = dot(offset, offset);
    if (hasVignette) light *= pow(1.0 + square * picture.center.z, -picture.center.w);
    if (hasField) light *= clamp((picture.field.x - sqrt(square)) * picture.field.y + 0.5, 0.0, 1.0);
    if (toneCurve == 1) light = reinhard(light, picture.gain.w);
    if (toneCurve == 2) light = hable(light) / hable(vec3(picture.gain.w));
    if (toneCurve == 3) light = agx(light);
    outColor = vec4(encodeSrgb(clamp(light, 0.0, 1.0)), 1.0);
}
