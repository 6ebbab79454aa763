#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform texture2D source;
layout(set = 0, binding = 1) uniform sampler filtering;
layout(location = 0) out vec4 color;

layout(constant_id = 0) const float level = 0.0;

void main()
{
    color = textureLod(sampler2D(source, filtering), uv, level);
}
