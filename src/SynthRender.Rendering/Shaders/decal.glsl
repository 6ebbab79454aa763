// One decal; mirrors Drawing/DecalRecord.cs. The box is the unit cube about its origin.
layout(set = 0, binding = 0, std140) uniform Decal
{
    mat4 clipFromBox;
    mat4 boxFromWorld;  // from camera-relative positions
    vec4 right;         // the world's axes, unit; w: metalness
    vec4 up;            // w: roughness
    vec4 outwards;      // w: occlusion strength
    vec4 baseColor;     // a: with the opacity
    uvec4 identity;     // the number of the one model that it lies on, 0 for all
    vec4 normalTurn;    // from the normal map's x (first two) and y to the box' x and y, with the map's strength
    vec4 uvTransforms[8]; // as in draw.glsl: base colour, normals, metal and roughness, occlusion
} decal;
