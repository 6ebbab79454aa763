#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform texture2DArray source;
layout(set = 0, binding = 1) uniform sampler filtering;
layout(location = 0) out vec4 color;

void main()
{
    // Column x of the image shows layer x.
    color = textureLod(sampler2DArray(source, filtering), vec3(0.5, 0.5, floor(gl_FragCoord.x)), 0.0);
}
