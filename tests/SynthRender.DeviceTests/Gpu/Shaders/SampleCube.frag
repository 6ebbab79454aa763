#version 450

layout(location = 0) in vec2 uv;
layout(set = 0, binding = 0) uniform textureCube source;
layout(set = 0, binding = 1) uniform sampler filtering;
layout(location = 0) out vec4 color;

void main()
{
    // Column x of the image looks along axis x of +X -X +Y -Y +Z -Z.
    vec3 axes[6] = vec3[](
        vec3(1, 0, 0), vec3(-1, 0, 0), vec3(0, 1, 0), vec3(0, -1, 0), vec3(0, 0, 1), vec3(0, 0, -1));
    color = textureLod(samplerCube(source, filtering), axes[int(gl_FragCoord.x)], 0.0);
}
