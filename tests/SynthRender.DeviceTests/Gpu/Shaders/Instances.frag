#version 450

layout(location = 0) flat in uvec2 ids;
layout(location = 0) out uvec2 target;

void main()
{
    target = ids;
}
