#ifndef LAYER_RECORD_GLSL
#define LAYER_RECORD_GLSL
// What a layered material has beyond the plain ones; mirrors Drawing/LayerRecord.cs. Lobes that a material lacks are compiled out.
layout(constant_id = 7) const bool hasSheen = false;
layout(constant_id = 8) const bool hasClearcoat = false;
layout(constant_id = 9) const bool hasTransmission = false;

layout(set = 0, binding = 1, std140) uniform Layer
{
    vec4 reflectance;  // rgb: F0 at full specular; w: specular factor
    vec4 sheen;        // rgb; w: roughness
    vec4 clearcoat;    // factor, roughness, factors on the normal map's x and y
    vec4 transmission; // factor, thickness in the object's units, index of refraction
    vec4 absorption;   // rgb: per metre
    vec4 uvTransforms[18]; // as in draw.glsl
} layer;
#endif
