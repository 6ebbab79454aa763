#ifndef BRDF_GLSL
#define BRDF_GLSL
// How a surface reflects. Diffuse: Lambert under a specular layer. Specular: GGX with height-correlated Smith masking (Heitz,
// Understanding the Masking-Shadowing Function, JCGT 2014) and Schlick's Fresnel, as glTF 2.0 appendix B.
#include "frame.glsl"
#include "lights.glsl"

const float pi = 3.14159265358979;

layout(set = FRAME_SET, binding = 3) uniform texture2D specularAlbedo;
layout(set = FRAME_SET, binding = 4) uniform sampler specularAlbedoSampler;

// Total GGX reflection as F0·x + y, from a table (Lighting/SpecularAlbedo.cs).
vec2 environmentBrdf(float roughness, float cosView)
{
    vec2 texel = vec2(cosView, roughness) * (31.0 / 32.0) + 0.5 / 32.0;
    return textureLod(sampler2D(specularAlbedo, specularAlbedoSampler), texel, 0.0).xy;
}

float ggx(float cosHalf, float alpha2)
{
    float k = cosHalf * cosHalf * (alpha2 - 1.0) + 1.0;
    return alpha2 / (pi * k * k);
}

// Masking and shadowing over 4·cosLight·cosView.
float smith(float cosLight, float cosView, float alpha2)
{
    return 0.5 / (cosLight * sqrt(cosView * cosView * (1.0 - alpha2) + alpha2)
        + cosView * sqrt(cosLight * cosLight * (1.0 - alpha2) + alpha2));
}

float fifth(float x)
{
    float x2 = x * x;
    return x2 * x2 * x;
}

// Specular anti-aliasing: roughness grows by the variance of the normal over the pixel (Tokuyoshi and Kaplanyan, Improved
// Geometric Specular Antialiasing, I3D 2019). Where the normal jumps there is an edge, which is smoothed as such.
float widenedRoughness(float roughness, vec3 normal)
{
    vec3 dx = dFdx(normal);
    vec3 dy = dFdy(normal);
    float variance = dot(dx, dx) + dot(dy, dy);
    float kernel = variance < 0.5 ? min(0.16 * variance, 0.18) : 0.0;
    float alpha = roughness * roughness;
    return sqrt(sqrt(min(alpha * alpha + kernel, 1.0)));
}

#ifdef LAYERED
#include "layers.glsl"
#endif

// What a surface is, prepared for any number of lights.
struct Lobe
{
    vec3 normal;
    vec3 view;
    float cosView;
    float alpha2;
    vec3 f0;
    vec3 f90;
    vec3 diffuse;  // the diffuse layer's reflection over π
    vec3 total;    // what the specular layer reflects in all
    vec3 specular; // compensation for multiple scattering
#ifdef LAYERED
    Layers layers;
#endif
};

vec3 reflected(Lobe s, Light light, Arrival a)
{
    float cosLight = max(a.cosLight, 1e-4);
    vec3 h = normalize(a.toLight + s.view);
    float cosHalf = clamp(dot(s.normal, h), 0.0, 1.0);
    float cosViewHalf = clamp(dot(s.view, h), 0.0, 1.0);
    vec3 fresnel = s.f0 + (s.f90 - s.f0) * fifth(1.0 - cosViewHalf);
    vec3 lobes = s.diffuse + fresnel * s.specular * (ggx(cosHalf, s.alpha2) * smith(cosLight, s.cosView, s.alpha2));
#ifdef LAYERED
    lobes = layered(lobes, s.layers, s.cosView, s.view, a.toLight, h, cosLight, cosHalf, cosViewHalf);
#endif
    return lobes * light.color.rgb * (a.reach * cosLight);
}

// From an area light, by its form factors for the diffuse and the specular lobe.
vec3 reflectedArea(Lobe s, Light light, vec2 factors)
{
    vec3 lobes = s.diffuse * pi * factors.x + s.total * factors.y;
#ifdef LAYERED
    // Sheen is as wide as a diffuse lobe; the coat has form factors of its own, by its normal and roughness.
    lobes *= s.layers.base;
    if (hasSheen) lobes += s.layers.sheen * (s.layers.underCoat * s.layers.sheenAlbedo * factors.x);
#endif
    return lobes * light.color.rgb;
}
#endif
