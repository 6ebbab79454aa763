// Evaluates a material's layers at a fragment, over evaluateSurface().
#include "layer_record.glsl"

#ifndef PLAIN
layout(constant_id = 20) const bool hasSpecularTexture = false;
layout(constant_id = 21) const bool hasSpecularColorTexture = false;
layout(constant_id = 22) const bool hasClearcoatTexture = false;
layout(constant_id = 23) const bool hasClearcoatRoughnessTexture = false;
layout(constant_id = 24) const bool hasClearcoatNormalTexture = false;
layout(constant_id = 25) const bool hasSheenColorTexture = false;
layout(constant_id = 26) const bool hasSheenRoughnessTexture = false;
layout(constant_id = 27) const bool hasTransmissionTexture = false;
layout(constant_id = 28) const bool hasThicknessTexture = false;

layout(set = 1, binding = 10) uniform texture2D specularTexture;
layout(set = 1, binding = 11) uniform sampler specularSampler;
layout(set = 1, binding = 12) uniform texture2D specularColorTexture;
layout(set = 1, binding = 13) uniform sampler specularColorSampler;
layout(set = 1, binding = 14) uniform texture2D clearcoatTexture;
layout(set = 1, binding = 15) uniform sampler clearcoatSampler;
layout(set = 1, binding = 16) uniform texture2D clearcoatRoughnessTexture;
layout(set = 1, binding = 17) uniform sampler clearcoatRoughnessSampler;
layout(set = 1, binding = 18) uniform texture2D clearcoatNormalTexture;
layout(set = 1, binding = 19) uniform sampler clearcoatNormalSampler;
layout(set = 1, binding = 20) uniform texture2D sheenColorTexture;
layout(set = 1, binding = 21) uniform sampler sheenColorSampler;
layout(set = 1, binding = 22) uniform texture2D sheenRoughnessTexture;
layout(set = 1, binding = 23) uniform sampler sheenRoughnessSampler;
layout(set = 1, binding = 24) uniform texture2D transmissionTexture;
layout(set = 1, binding = 25) uniform sampler transmissionSampler;
layout(set = 1, binding = 26) uniform texture2D thicknessTexture;
layout(set = 1, binding = 27) uniform sampler thicknessSampler;

vec2 layerUv(int slot)
{
    return placedUv(layer.uvTransforms[2 * slot], layer.uvTransforms[2 * slot + 1]);
}
#endif

void evaluateLayers(inout Surface s)
{
    vec3 f0 = layer.reflectance.rgb;
    float specular = layer.reflectance.w;
    s.clearcoat = layer.clearcoat.x;
    s.clearcoatRoughness = layer.clearcoat.y;
    s.clearcoatNormal = normalize(inNormal) * (gl_FrontFacing ? 1.0 : -1.0);
    s.sheenColor = layer.sheen.rgb;
    s.sheenRoughness = layer.sheen.w;
    s.transmission = layer.transmission.x;
    s.thickness = layer.transmission.y;
#ifndef PLAIN
    if (hasSpecularTexture) specular *= texture(sampler2D(specularTexture, specularSampler), layerUv(0)).a;
    if (hasSpecularColorTexture) f0 *= texture(sampler2D(specularColorTexture, specularColorSampler), layerUv(1)).rgb;
    if (hasClearcoatTexture) s.clearcoat *= texture(sampler2D(clearcoatTexture, clearcoatSampler), layerUv(2)).r;
    if (hasClearcoatRoughnessTexture)
        s.clearcoatRoughness *= texture(sampler2D(clearcoatRoughnessTexture, clearcoatRoughnessSampler), layerUv(3)).g;
    if (hasClearcoatNormalTexture)
    {
        vec3 n = texture(sampler2D(clearcoatNormalTexture, clearcoatNormalSampler), layerUv(4)).xyz * (255.0 / 127.0) - 128.0 / 127.0;
        mat2 turn = tangentsFromMap(layer.uvTransforms[8], layer.uvTransforms[9]);
        s.clearcoatNormal = turnedNormal(n, turn, layer.clearcoat.zw, s.clearcoatNormal, s.clearcoatRoughness);
    }
    if (hasSheenColorTexture) s.sheenColor *= texture(sampler2D(sheenColorTexture, sheenColorSampler), layerUv(5)).rgb;
    if (hasSheenRoughnessTexture)
        s.sheenRoughness *= texture(sampler2D(sheenRoughnessTexture, sheenRoughnessSampler), layerUv(6)).a;
    if (hasTransmissionTexture) s.transmission *= texture(sampler2D(transmissionTexture, transmissionSampler), layerUv(7)).r;
    if (hasThicknessTexture) s.thickness *= texture(sampler2D(thicknessTexture, thicknessSampler), layerUv(8)).g;
#endif
    s.f0 = min(f0, 1.0) * specular;
    s.f90 = specular;
}
