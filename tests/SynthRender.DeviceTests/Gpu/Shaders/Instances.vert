#version 450

// Instance i fills column i of a strip of columns and carries its id and a per-instance value.
layout(location = 0) in vec2 corner;
layout(location = 1) in uint value;
layout(location = 0) flat out uvec2 ids;

layout(constant_id = 0) const uint columns = 8u;

void main()
{
    float x = (float(gl_InstanceIndex) + corner.x) / float(columns);
    gl_Position = vec4(x * 2.0 - 1.0, corner.y * 2.0 - 1.0, 0.0, 1.0);
    ids = uvec2(uint(gl_InstanceIndex), value);
}
