// The layers over a base surface, from the inside out: sheen (KHR_materials_sheen), clear coat (KHR_materials_clearcoat). What a
// layer reflects in total towards the viewer, from the table, is what the base below it does not get; so white stays white.
#include "layer_record.glsl"

struct Layers
{
    float base;        // share of light that the layers leave to the base
    vec3 sheen;
    float sheenAlpha;
    float sheenLobe;
    float underCoat;   // share of light that the coat leaves to what is below it
    float clearcoat;
    vec3 coatNormal;
    float coatCosView;
    float coatAlpha2;
    float coatAlbedo;  // what the coat reflects in total
    float sheenAlbedo; // what white sheen reflects in total
};

// Total reflection of white sheen (Lighting/SheenAlbedo.cs), at most 1, and the factor on its lobe that keeps it there.
vec2 sheenAlbedo(float roughness, float cosView)
{
    vec2 texel = vec2(cosView, roughness) * (31.0 / 32.0) + 0.5 / 32.0;
    return textureLod(sampler2D(specularAlbedo, specularAlbedoSampler), texel, 0.0).zw;
}

Layers layersOf(Surface s, vec3 view, float cosView)
{
    Layers l;
    l.base = 1.0;
    l.underCoat = 1.0;
    l.coatAlbedo = 0.0;
    l.sheenAlbedo = 0.0;
    if (hasSheen)
    {
        vec2 albedo = sheenAlbedo(s.sheenRoughness, cosView);
        l.sheenAlpha = max(s.sheenRoughness * s.sheenRoughness, 5e-3);
        l.sheen = s.sheenColor;
        l.sheenLobe = albedo.y;
        l.sheenAlbedo = albedo.x;
        l.base = max(1.0 - max(max(s.sheenColor.r, s.sheenColor.g), s.sheenColor.b) * l.sheenAlbedo, 0.0);
    }
    if (hasClearcoat)
    {
        l.clearcoat = s.clearcoat;
        l.coatNormal = s.clearcoatNormal;
        l.coatCosView = clamp(dot(s.clearcoatNormal, view), 1e-3, 1.0);
        float alpha = max(s.clearcoatRoughness * s.clearcoatRoughness, 2e-3);
        l.coatAlpha2 = alpha * alpha;
        vec2 e = environmentBrdf(s.clearcoatRoughness, l.coatCosView);
        l.coatAlbedo = s.clearcoat * (0.04 * e.x + e.y);
        l.underCoat = 1.0 - l.coatAlbedo;
        l.base *= l.underCoat;
    }
    return l;
}

// Estevez and Kulla, Production Friendly Microfacet Sheen BRDF, 2017: the distribution and the fit of its shadowing.
float charlie(float cosHalf, float alpha)
{
    float sine2 = max(1.0 - cosHalf * cosHalf, 1e-6);
    return (2.0 + 1.0 / alpha) * pow(sine2, 0.5 / alpha) / (2.0 * pi);
}

float charlieFit(float x, float alpha)
{
    float t = (1.0 - alpha) * (1.0 - alpha);
    float a = mix(21.5473, 25.3245, t);
    float b = mix(3.82987, 3.32435, t);
    float c = mix(0.19823, 0.16801, t);
    float d = mix(-1.97760, -1.27393, t);
    float e = mix(-4.32054, -4.85967, t);
    return a / (1.0 + b * pow(x, c)) + d * x + e;
}

float charlieLambda(float cosine, float alpha)
{
    return cosine < 0.5 ? exp(charlieFit(cosine, alpha)) : exp(2.0 * charlieFit(0.5, alpha) - charlieFit(1.0 - cosine, alpha));
}

// The base's lobes under the layers, and the layers' own.
vec3 layered(vec3 base, Layers l, float cosView, vec3 view, vec3 toLight, vec3 h, float cosLight, float cosHalf, float cosViewHalf)
{
    vec3 lobes = base * l.base;
    if (hasSheen)
    {
        float shadowing = 1.0 + charlieLambda(cosView, l.sheenAlpha) + charlieLambda(cosLight, l.sheenAlpha);
        lobes += l.sheen * (l.underCoat * l.sheenLobe * charlie(cosHalf, l.sheenAlpha) / (shadowing * 4.0 * cosView * cosLight));
    }
    if (hasClearcoat)
    {
        // The coat has a normal, and so a cosine, of its own.
        float cosCoat = clamp(dot(l.coatNormal, toLight), 0.0, 1.0);
        float coat = ggx(clamp(dot(l.coatNormal, h), 0.0, 1.0), l.coatAlpha2) * smith(max(cosCoat, 1e-4), l.coatCosView, l.coatAlpha2);
        lobes += l.clearcoat * (0.04 + 0.96 * fifth(1.0 - cosViewHalf)) * coat * (cosCoat / cosLight);
    }
    return lobes;
}
