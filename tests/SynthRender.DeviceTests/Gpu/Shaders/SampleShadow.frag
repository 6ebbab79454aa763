#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform texture2D shadowMap;
layout(set = 0, binding = 1) uniform samplerShadow comparing;
layout(location = 0) out float lit;

void main()
{
    // The reference depth grows from left to right.
    lit = textureLod(sampler2DShadow(shadowMap, comparing), vec3(uv, uv.x), 0.0);
}
