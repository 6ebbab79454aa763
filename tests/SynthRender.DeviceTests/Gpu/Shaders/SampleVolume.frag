#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform texture3D source;
layout(set = 0, binding = 1) uniform sampler filtering;
layout(location = 0) out vec4 color;

void main()
{
    // Column x of the image shows slice x of four.
    color = textureLod(sampler3D(source, filtering), vec3(0.5, 0.5, gl_FragCoord.x / 4.0), 0.0);
}
