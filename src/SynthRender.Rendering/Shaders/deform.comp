#version 450
#extension GL_GOOGLE_include_directive : require
#include "octahedral.glsl"

// Morph targets, then skin, once a frame for all passes: reads a primitive's rest shape, writes positions and frames as the
// vertex shaders read them. Mirrors Deformation/DeformRecord.cs. Offsets are in words.
layout(local_size_x = 64) in;

layout(set = 0, binding = 0, std140) uniform Deform
{
    uvec4 counts;   // vertices, influences per vertex, active targets, first joint matrix
    uvec4 source;   // positions, frames, joints, weights
    uvec4 result;   // positions, frames, first active target
} deform;

layout(set = 0, binding = 1, std430) readonly buffer Parameters { vec4 parameters[]; };
layout(set = 0, binding = 2, std430) buffer Shape { uint shape[]; };
layout(set = 1, binding = 0, std430) readonly buffer Source { uint source[]; };

vec3 sourceVector(uint word)
{
    return uintBitsToFloat(uvec3(source[word], source[word + 1u], source[word + 2u]));
}

void main()
{
    uint v = gl_GlobalInvocationID.x;
    uint zero = v >> 31; // as in opaque.glsl: no branch may depend on uniforms alone
    if (v >= deform.counts.x) return;

    vec3 position = sourceVector(deform.source.x + 3u * v);
    vec2 packedNormal = unpackSnorm2x16(source[deform.source.y + 2u * v]);
    vec2 packedTangent = unpackSnorm2x16(source[deform.source.y + 2u * v + 1u]);
    float side = packedTangent.x < 0.0 ? -1.0 : 1.0;
    vec3 normal = decodeOctahedral(packedNormal);
    vec3 tangent = decodeOctahedral(vec2(abs(packedTangent.x) * 2.0 - 1.0, packedTangent.y));

    for (uint i = 0u; i < deform.counts.z + zero; i++)
    {
        vec4 morph = parameters[deform.result.z + i];
        uvec3 deltas = floatBitsToUint(morph.yzw); // 0xffffffff where the target leaves the attribute alone
        if (deltas.x != 0xffffffffu) position += morph.x * sourceVector(deltas.x + 3u * v);
        if (deltas.y != 0xffffffffu) normal += morph.x * sourceVector(deltas.y + 3u * v);
        if (deltas.z != 0xffffffffu) tangent += morph.x * sourceVector(deltas.z + 3u * v);
    }

    uint influences = deform.counts.y + zero;
    if (influences > 0u)
    {
        vec4 x = vec4(0.0), y = vec4(0.0), z = vec4(0.0);
        for (uint i = 0u; i < influences; i++)
        {
            uint k = v * influences + i;
            float weight = uintBitsToFloat(source[deform.source.w + k]);
            uint pair = source[deform.source.z + (k >> 1)];
            uint joint = (k & 1u) == 0u ? pair & 0xffffu : pair >> 16;
            uint row = deform.counts.w + 3u * joint;
            x += weight * parameters[row];
            y += weight * parameters[row + 1u];
            z += weight * parameters[row + 2u];
        }
        position = vec3(dot(x.xyz, position) + x.w, dot(y.xyz, position) + y.w, dot(z.xyz, position) + z.w);
        // The cofactor matrix turns normals, whatever the scale; it is the cross products of the rows. Where the skin mirrors, it turns
        // them over as well, and the bitangent lies on the tangent's other side.
        vec3 yz = cross(y.xyz, z.xyz);
        float mirror = dot(x.xyz, yz) < 0.0 ? -1.0 : 1.0;
        normal = mirror * vec3(dot(yz, normal), dot(cross(z.xyz, x.xyz), normal), dot(cross(x.xyz, y.xyz), normal));
        side *= mirror;
        tangent = vec3(dot(x.xyz, tangent), dot(y.xyz, tangent), dot(z.xyz, tangent));
    }

    uint p = deform.result.x + 3u * v;
    shape[p] = floatBitsToUint(position.x);
    shape[p + 1u] = floatBitsToUint(position.y);
    shape[p + 2u] = floatBitsToUint(position.z);
    vec2 n = dot(normal, normal) > 0.0 ? encodeOctahedral(normalize(normal)) : vec2(0.0);
    vec2 t = dot(tangent, tangent) > 0.0 ? encodeOctahedral(normalize(tangent)) : vec2(1.0, 0.0);
    float folded = (floor((t.x * 0.5 + 0.5) * 32766.0 + 0.5) + 1.0) / 32767.0 * side;
    uint f = deform.result.y + 2u * v;
    shape[f] = packSnorm2x16(n);
    shape[f + 1u] = packSnorm2x16(vec2(folded, t.y));
}
