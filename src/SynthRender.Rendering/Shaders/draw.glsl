#ifndef DRAW_GLSL
#define DRAW_GLSL
// One record for each drawn primitive; mirrors Drawing/DrawRecord.cs.
// Matrices come from System.Numerics (row vectors), so their rows are the columns here and M * v is right.
layout(set = 0, binding = 0, std140) uniform Draw
{
    mat4 clipFromObject;
    mat3 worldFromNormal;
    mat3 worldFromTangent;
    vec4 baseColor;
    vec4 emissive;        // rgb radiance
    vec4 factors;         // metallic, roughness, occlusion strength, alpha cutoff
    uvec4 identity;       // instance id, 1 when unlit, F0 and F90 as floats
    uvec4 packedSurface;  // the G-buffer of a material without textures, but for its normal
    vec4 uvTransforms[10]; // two rows a texture: (u, v, 1) -> uv, the first row's w is the UV set
    vec4 normalMap;       // factors on its x and y; z: the UV set that the tangents follow
    vec4 view;            // x: pixel -> ray of planar length 1; y, z: the ray through pixel 0, 0
} draw;
#endif
