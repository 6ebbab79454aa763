// Light on a surface.
// The layers conserve energy: what the specular layer reflects in total (with multiple scattering: Fdez-Agüera, A
// Multiple-Scattering Microfacet Model for Real-Time Image-based Lighting, JCGT 2019; Turquin, Practical Multiple Scattering
// Compensation, 2019) is what the diffuse layer does not get.
#include "opaque.glsl"
#include "surface.glsl"
#include "light_groups.glsl"
#include "environment.glsl"
#include "lights.glsl"
#include "brdf.glsl"
#include "shadow.glsl"
#include "soft_shadow.glsl"
#include "area.glsl"
#ifdef LAYERED
#include "transmission.glsl"
#endif

int groupEnd(int group)
{
    return frame.groupEnds[group >> 2][group & 3] + opaqueZero();
}

vec3 fromRectangle(Lobe lobe, AreaLobe area, AreaLobe coat, Light light, vec3 position)
{
    vec3 radiance = reflectedArea(lobe, light, rectangleFactors(area, light, position));
#ifdef LAYERED
    if (hasClearcoat) radiance += lobe.layers.coatAlbedo * rectangleFactors(coat, light, position).y * light.color.rgb;
#endif
    return radiance;
}

vec3 fromRing(Lobe lobe, AreaLobe area, AreaLobe coat, Light light, vec3 position)
{
    vec3 radiance = reflectedArea(lobe, light, ringFactors(area, light, position));
#ifdef LAYERED
    if (hasClearcoat) radiance += lobe.layers.coatAlbedo * ringFactors(coat, light, position).y * light.color.rgb;
#endif
    return radiance;
}

// The normal of the plane that a pixel's surface lies in, from its neighbours' places, and 1; its shading normal and 0 where they say
// otherwise: they lie on another surface, or the normal is a texture's.
vec4 planeOf(vec3 position, vec3 normal)
{
    vec3 plane = cross(dFdx(position), dFdy(position));
    plane *= inversesqrt(max(dot(plane, plane), 1e-30));
    float cosine = dot(plane, normal);
    plane = cosine < 0.0 ? -plane : plane;
    return abs(cosine) > 0.985 ? vec4(plane, 1.0) : vec4(normal, 0.0);
}

// Radiance from the lights. A loop for each group that the pipeline is made for, and then it has a light: the condition comes last,
// since the CPU driver runs a loop's body once even when it has nothing to do.
vec3 fromLights(Lobe lobe, Surface s, vec3 position)
{
    vec3 radiance = vec3(0.0);
    vec4 plane = planeOf(position, s.normal);
    int i = 0;
    if (hasGroup(openLights))
    {
        int end = groupEnd(openLights);
        do
        {
            Light light = frame.lights[i];
            radiance += reflected(lobe, light, arrival(light, position, s.normal));
        } while (++i < end);
    }
    if (hasGroup(sharpLamps))
    {
        int end = groupEnd(sharpLamps);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromLamp(light, position, s.normal);
            a.reach *= tentShadow(int(light.color.w), true, position, s.normal, a.toLight);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    if (hasGroup(sharpLampViews))
    {
        int end = groupEnd(sharpLampViews);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromLamp(light, position, s.normal);
            a.reach *= sharpShadow(lampView(light, position), true, position, plane, a.toLight);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    if (hasGroup(sharpSuns))
    {
        int end = groupEnd(sharpSuns);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromSun(light, s.normal);
            a.reach *= tentShadow(int(light.color.w), false, position, s.normal, a.toLight);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    if (hasGroup(sharpCascades))
    {
        int end = groupEnd(sharpCascades);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromSun(light, s.normal);
            a.reach *= cascadeShadow(light, position, plane, a.toLight);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    if (hasGroup(softLamps))
    {
        int end = groupEnd(softLamps);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromLamp(light, position, s.normal);
            vec3 x, y;
            across(a.toLight, x, y);
            int view = wholeView(light, position);
            a.reach *= softShadow(false, view, true, position, s.normal, plane, a.toLight, a.cosLight, x * light.cone.w, y * light.cone.w, 0.0, 0.0);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    if (hasGroup(softSuns))
    {
        int end = groupEnd(softSuns);
        do
        {
            Light light = frame.lights[i];
            Arrival a = fromSun(light, s.normal);
            vec3 x, y;
            across(a.toLight, x, y);
            int view = int(light.color.w);
            a.reach *= softShadow(false, view, false, position, s.normal, plane, a.toLight, a.cosLight, x * light.cone.w, y * light.cone.w, 0.0, 0.0);
            radiance += reflected(lobe, light, a);
        } while (++i < end);
    }
    int j = groupEnd(splitAreas);
    if (hasGroup(softLampViews))
    {
        int end = groupEnd(softLampViews);
        do
        {
            Light light = frame.lights[j];
            Arrival a = fromLamp(light, position, s.normal);
            vec3 x, y;
            across(a.toLight, x, y);
            int view = lampView(light, position);
            a.reach *= softShadow(true, view, true, position, s.normal, plane, a.toLight, a.cosLight, x * light.cone.w, y * light.cone.w, 0.0, 0.0);
            radiance += reflected(lobe, light, a);
        } while (++j < end);
    }
    if (hasGroup(softSunViews))
    {
        int end = groupEnd(softSunViews);
        do
        {
            Light light = frame.lights[j];
            Arrival a = fromSun(light, s.normal);
            vec3 x, y;
            across(a.toLight, x, y);
            int view = cascadeView(int(light.color.w), int(light.cone.z), position);
            a.reach *= softShadow(true, view, false, position, s.normal, plane, a.toLight, a.cosLight, x * light.cone.w, y * light.cone.w, 0.0, 0.0);
            radiance += reflected(lobe, light, a);
        } while (++j < end);
    }
    if (!hasGroup(rectangles) && !hasGroup(shadedRectangles) && !hasGroup(rings) && !hasGroup(shadedRings) && !hasGroup(splitAreas)) return radiance;
    AreaLobe area = areaLobe(s.normal, lobe.view, lobe.cosView, s.roughness);
    AreaLobe coat = area;
#ifdef LAYERED
    if (hasClearcoat) coat = areaLobe(s.clearcoatNormal, lobe.view, lobe.layers.coatCosView, s.clearcoatRoughness);
#endif
    if (hasGroup(rectangles))
    {
        int end = groupEnd(rectangles);
        do
        {
            Light light = frame.lights[i];
            radiance += fromRectangle(lobe, area, coat, light, position);
        } while (++i < end);
    }
    if (hasGroup(shadedRectangles))
    {
        int end = groupEnd(shadedRectangles);
        do
        {
            Light light = frame.lights[i];
            radiance += fromRectangle(lobe, area, coat, light, position) * areaShadow(light, position, s.normal, plane, 1.0);
        } while (++i < end);
    }
    if (hasGroup(rings))
    {
        int end = groupEnd(rings);
        do
        {
            Light light = frame.lights[i];
            radiance += fromRing(lobe, area, coat, light, position);
        } while (++i < end);
    }
    if (hasGroup(shadedRings))
    {
        int end = groupEnd(shadedRings);
        do
        {
            Light light = frame.lights[i];
            radiance += fromRing(lobe, area, coat, light, position) * areaShadow(light, position, s.normal, plane, 0.0);
        } while (++i < end);
    }
    if (hasGroup(splitAreas))
    {
        int end = groupEnd(splitAreas);
        do
        {
            Light light = frame.lights[i];
            bool isRectangle = light.cone.w < 0.0;
            vec3 free = isRectangle ? fromRectangle(lobe, area, coat, light, position) : fromRing(lobe, area, coat, light, position);
            radiance += free * splitShadow(light, position, s.normal, plane, isRectangle ? 1.0 : 0.0);
        } while (++i < end);
    }
    return radiance;
}

// What a rough surface reflects after more than one bounce.
vec3 multipleScattering(vec3 single, vec3 f0, vec3 f90, float total)
{
    vec3 average = f0 + (f90 - f0) * (1.0 / 21.0);
    return single * average * (1.0 - total) / (1.0 - average * (1.0 - total));
}

vec3 shade(Surface s, vec3 position, vec3 view)
{
    float cosView = clamp(dot(s.normal, view), 1e-3, 1.0);
    float alpha = max(s.roughness * s.roughness, 2e-3);
    float alpha2 = alpha * alpha;
    vec3 f0 = mix(s.f0, s.albedo, s.metallic);
    vec3 f90 = vec3(mix(s.f90, 1.0, s.metallic));
    vec3 diffuseAlbedo = s.albedo * (1.0 - s.metallic);

    vec2 e = environmentBrdf(s.roughness, cosView);
    float total = e.x + e.y;
    vec3 single = f0 * e.x + f90 * e.y;
    // A part metal is a mix of two surfaces, as glTF has it: what the metal reflects is not taken from the other's diffuse light.
    vec3 dielectric = s.f0 * e.x + vec3(s.f90 * e.y);
    vec3 dielectricMultiple = multipleScattering(dielectric, vec3(s.f0), vec3(s.f90), total);
    vec3 metalMultiple = multipleScattering(s.albedo * e.x + e.y, s.albedo, vec3(1.0), total);
    vec3 multiple = mix(dielectricMultiple, metalMultiple, s.metallic);
    vec3 layerDiffuse = diffuseAlbedo * (1.0 - dielectric - dielectricMultiple);
    vec3 compensation = 1.0 + mix(vec3(s.f0 * s.f0), s.albedo * s.albedo, s.metallic) / max(f0, 1e-4) * (1.0 / total - 1.0);

    vec3 diffuseLight = diffuseSurroundings(s.normal);
    vec3 specularLight = specularSurroundings(s.normal, reflect(-view, s.normal), s.roughness);
#ifdef LAYERED
    Layers layers = layersOf(s, view, cosView);
    vec3 throughLight = transmitted(s, position, view);
    vec3 through = layerDiffuse * s.transmission;
    layerDiffuse -= through;
    vec3 radiance = layers.underCoat * s.emissive + layers.base * (through * throughLight
        + s.occlusion * (single * specularLight + (multiple + layerDiffuse) * diffuseLight));
    if (hasSheen) radiance += s.occlusion * layers.underCoat * layers.sheenAlbedo * layers.sheen * diffuseLight;
    if (hasClearcoat) radiance += s.occlusion * layers.coatAlbedo
        * specularSurroundings(s.clearcoatNormal, reflect(-view, s.clearcoatNormal), s.clearcoatRoughness);
#else
    vec3 radiance = s.emissive + s.occlusion * (single * specularLight + (multiple + layerDiffuse) * diffuseLight);
#endif

    Lobe lobe;
    lobe.normal = s.normal;
    lobe.view = view;
    lobe.cosView = cosView;
    lobe.alpha2 = alpha2;
    lobe.f0 = f0;
    lobe.f90 = f90;
    lobe.diffuse = layerDiffuse * (1.0 / pi);
    lobe.total = single * compensation;
    lobe.specular = compensation;
#ifdef LAYERED
    lobe.layers = layers;
#endif
    // Neighbouring pixels share what they find of shadows: none of them may leave early.
    radiance += fromLights(lobe, s, position);
    return s.unlit ? s.albedo + s.emissive : radiance;
}
