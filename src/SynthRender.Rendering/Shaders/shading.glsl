// Light on a surface.
// The layers conserve energy: what the specular layer reflects in total (with multiple scattering: Fdez-Agüera, A
// Multiple-Scattering Microfacet Model for Real-Time Image-based Lighting, JCGT 2019; Turquin, Practical Multiple Scattering
// Compensation, 2019) is what the diffuse layer does not get.
#include "opaque.glsl"
#include "surface.glsl"
#include "environment.glsl"
#include "lights.glsl"
#include "brdf.glsl"
#include "shadow.glsl"

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
