#version 450
#extension GL_GOOGLE_include_directive : require
#include "environment_map.glsl"
// Irradiance over π as nine spherical harmonics (Ramamoorthi and Hanrahan, An Efficient Representation for Irradiance Environment Maps,
// SIGGRAPH 2001): each invocation sums one of them over a mip level of the source. The weights of the texels add up to exactly 4π, so that
// uniform light stays as it is.

layout(local_size_x = 16) in;
layout(set = 0, binding = 0) uniform texture2D environmentSource;
layout(set = 0, binding = 1) uniform sampler environmentSourceSampler;
layout(set = 0, binding = 2, std430) buffer Irradiance { vec4 irradiance[16]; } result;

const int level = 2;
const int size = int(sharpTile) >> level;

void main()
{
    uint index = gl_LocalInvocationID.x;
    vec3 sum = vec3(0.0);
    float solidAngle = 0.0;
    for (int y = 0; y < size; y++)
    {
        for (int x = 0; x < size; x++)
        {
            vec2 e = (vec2(x, y) + 0.5) * (2.0 / float(size)) - 1.0;
            // The octahedron's face is at distance 1/√3 from the middle: a piece dA of the square spans dA/r³.
            vec3 face = vec3(e, 1.0 - abs(e.x) - abs(e.y));
            if (face.z < 0.0) face.xy = (1.0 - abs(face.yx)) * vec2(e.x >= 0.0 ? 1.0 : -1.0, e.y >= 0.0 ? 1.0 : -1.0);
            vec3 n = normalize(face).xzy;
            float weight = pow(dot(face, face), -1.5);
            solidAngle += weight;
            float basis = index == 0u ? 1.0
                : index == 1u ? n.x
                : index == 2u ? n.y
                : index == 3u ? n.z
                : index == 4u ? n.x * n.y
                : index == 5u ? n.y * n.z
                : index == 6u ? 3.0 * n.z * n.z - 1.0
                : index == 7u ? n.x * n.z
                : n.x * n.x - n.y * n.y;
            sum += texelFetch(sampler2D(environmentSource, environmentSourceSampler), ivec2(x, y), level).rgb * (weight * basis);
        }
    }

    // By band: squared norm of the basis function, and the cosine lobe's 1, 2/3, 1/4.
    float factor = index == 0u ? 1.0 / 4.0
        : index < 4u ? 3.0 / 4.0 * (2.0 / 3.0)
        : index == 6u ? 5.0 / 16.0 * (1.0 / 4.0)
        : index == 8u ? 15.0 / 16.0 * (1.0 / 4.0)
        : 15.0 / 4.0 * (1.0 / 4.0);
    result.irradiance[index] = vec4(sum * (factor * 4.0 / solidAngle), 0.0);
}
