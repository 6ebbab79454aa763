#version 450
#extension GL_GOOGLE_include_directive : require
#define FRAME_SET 0
#include "frame.glsl"

layout(location = 0) out vec4 outRadiance; // a: reciprocal of the depth

// A gradient by height, or a colour in its place.
void main()
{
    vec3 direction = normalize(frame.ray.xyz + frame.rayPerX.xyz * gl_FragCoord.x + frame.rayPerY.xyz * gl_FragCoord.y);
    vec3 gradient = frame.ambientMean.rgb + frame.ambientSlope.rgb * direction.y;
    outRadiance = vec4(mix(gradient, frame.background.rgb, frame.background.w), 0.0);
}
