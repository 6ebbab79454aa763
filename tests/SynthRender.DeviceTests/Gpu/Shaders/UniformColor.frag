#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform Block
{
    vec4 blockColor;
};
layout(set = 0, binding = 1) readonly buffer Colors
{
    vec4 colors[];
};
layout(location = 0) out vec4 color;

void main()
{
    color = blockColor + colors[0];
}
