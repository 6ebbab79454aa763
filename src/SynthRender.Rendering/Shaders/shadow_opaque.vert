#version 450
#extension GL_GOOGLE_include_directive : require
#include "draw.glsl"

layout(location = 0) in vec3 inPosition;

void main()
{
    precise vec4 clip = draw.clipFromObject * vec4(inPosition, 1.0);
    gl_Position = clip;
    gl_PointSize = 1.0;
}
