// Light on a surface. Diffuse: Lambert under a specular layer. Specular: GGX with height-correlated Smith masking (Heitz,
// Understanding the Masking-Shadowing Function, JCGT 2014) and Schlick's Fresnel, as glTF 2.0 appendix B.
// The layers conserve energy: what the specular layer reflects in total (with multiple scattering: Fdez-Agüera, A
// Multiple-Scattering Microfacet Model for Real-Time Image-based Lighting, JCGT 2019; Turquin, Practical Multiple Scattering
// Compensation, 2019) is what the diffuse layer does not get.
#include "opaque.glsl"
#include "surface.glsl"
#include "frame.glsl"
#include "shadow.glsl"

const float pi = 3.14159265358979;

layout(set = FRAME_SET, binding = 3) uniform texture2D specularAlbedo;
layout(set = FRAME_SET, binding = 4) uniform sampler specularAlbedoSampler;

// Total GGX reflection as F0·x + y, from a table (Lighting/SpecularAlbedo.cs).
vec2 environmentBrdf(float roughness, float cosView)
{
    vec2 texel = vec2(cosView, roughness) * (31.0 / 32.0) + 0.5 / 32.0;
    return textureLod(sampler2D(specularAlbedo, specularAlbedoSampler), texel, 0.0).xy;
}

vec3 surroundings(vec3 direction, float sharpness)
{
    return frame.ambientMean.rgb + frame.ambientSlope.rgb * (direction.y * sharpness);
}

// Specular anti-aliasing: roughness grows by the variance of the normal over the pixel (Tokuyoshi and Kaplanyan, Improved
// Geometric Specular Antialiasing, I3D 2019). Where the normal jumps there is an edge, which is smoothed as such.
float widenedRoughness(float roughness, vec3 normal)
{
    vec3 dx = dFdx(normal);
    vec3 dy = dFdy(normal);
    float variance = dot(dx, dx) + dot(dy, dy);
    float kernel = variance < 0.5 ? min(0.5 * variance, 0.18) : 0.0;
    float alpha = roughness * roughness;
    return sqrt(sqrt(min(alpha * alpha + kernel, 1.0)));
}

// What a surface is, prepared for any number of lights.
struct Lobe
{
    vec3 normal;
    vec3 view;
    float cosView;
    float alpha2;
    vec3 f0;
    vec3 diffuse;  // the diffuse layer's reflection over π
    vec3 specular; // compensation for multiple scattering
};

struct Arrival
{
    vec3 toLight;
    float cosLight;
    float reach; // factor on the light's colour; 0 where nothing arrives
};

Arrival arrival(Light light, vec3 position, vec3 normal)
{
    Arrival a;
    a.toLight = light.direction.xyz;
    a.reach = 1.0;
    if (light.direction.w > 0.5)
    {
        // Inverse square, windowed at the range as KHR_lights_punctual prescribes.
        vec3 d = light.position.xyz - position;
        float d2 = max(dot(d, d), 1e-8);
        a.toLight = d * inversesqrt(d2);
        float window = d2 * light.position.w * light.position.w;
        a.reach = clamp(1.0 - window * window, 0.0, 1.0) / d2;
        if (light.direction.w > 1.5)
        {
            float cone = clamp(dot(-a.toLight, light.direction.xyz) * light.cone.x + light.cone.y, 0.0, 1.0);
            a.reach *= cone * cone;
        }
    }
    a.cosLight = dot(normal, a.toLight);
    if (a.cosLight <= 0.0) a.reach = 0.0;
    return a;
}

vec3 reflected(Lobe s, Light light, Arrival a)
{
    float cosLight = max(a.cosLight, 1e-4);
    vec3 h = normalize(a.toLight + s.view);
    float cosHalf = clamp(dot(s.normal, h), 0.0, 1.0);
    float cosViewHalf = clamp(dot(s.view, h), 0.0, 1.0);
    float k = cosHalf * cosHalf * (s.alpha2 - 1.0) + 1.0;
    float distribution = s.alpha2 / (pi * k * k);
    float visibility = 0.5 / (cosLight * sqrt(s.cosView * s.cosView * (1.0 - s.alpha2) + s.alpha2)
        + s.cosView * sqrt(cosLight * cosLight * (1.0 - s.alpha2) + s.alpha2));
    float m = 1.0 - cosViewHalf;
    float m2 = m * m;
    vec3 fresnel = s.f0 + (1.0 - s.f0) * (m2 * m2 * m);
    return (s.diffuse + fresnel * s.specular * (distribution * visibility)) * light.color.rgb * (a.reach * cosLight);
}

vec3 shade(Surface s, vec3 position, vec3 view)
{
    if (s.unlit) return s.albedo + s.emissive;
    float cosView = clamp(dot(s.normal, view), 1e-3, 1.0);
    float alpha = max(s.roughness * s.roughness, 2e-3);
    float alpha2 = alpha * alpha;
    vec3 f0 = mix(vec3(0.04), s.albedo, s.metallic);
    vec3 diffuseAlbedo = s.albedo * (1.0 - s.metallic);

    vec2 e = environmentBrdf(s.roughness, cosView);
    float total = e.x + e.y;
    vec3 single = f0 * e.x + e.y;
    vec3 average = f0 + (1.0 - f0) * (1.0 / 21.0);
    vec3 multiple = single * average * (1.0 - total) / (1.0 - average * (1.0 - total));
    vec3 layerDiffuse = diffuseAlbedo * (1.0 - single - multiple);
    vec3 compensation = 1.0 + f0 * (1.0 / total - 1.0);

    // A linear gradient over the sphere has irradiance/π = mean + 2/3·slope·n.y; a rough lobe blurs it likewise.
    vec3 diffuseLight = surroundings(s.normal, 2.0 / 3.0);
    vec3 specularLight = surroundings(reflect(-view, s.normal), 1.0 - s.roughness * s.roughness / 3.0);
    vec3 radiance = s.emissive + s.occlusion * (single * specularLight + (multiple + layerDiffuse) * diffuseLight);

    Lobe lobe = Lobe(s.normal, view, cosView, alpha2, f0, layerDiffuse * (1.0 / pi), compensation);
    // Lights with shadows come first. Two loops, because the CPU driver runs both sides of a branch.
    int shadowed = int(frame.ambientSlope.w) + opaqueZero();
    int count = int(frame.ambientMean.w) + opaqueZero();
    for (int i = 0; i < shadowed; i++)
    {
        Light light = frame.lights[i];
        Arrival a = arrival(light, position, s.normal);
        a.reach *= shadow(light, position, s.normal, a.toLight, a.cosLight);
        radiance += reflected(lobe, light, a);
    }
    for (int i = shadowed; i < count; i++)
    {
        Light light = frame.lights[i];
        radiance += reflected(lobe, light, arrival(light, position, s.normal));
    }
    return radiance;
}
