#ifndef LIGHTS_GLSL
#define LIGHTS_GLSL
// What arrives at a point from a light, without shadow.
#include "frame.glsl"

struct Arrival
{
    vec3 toLight;
    float cosLight;
    float reach; // factor on the light's colour; 0 where nothing arrives
};

Arrival fromSun(Light light, vec3 normal)
{
    Arrival a;
    a.toLight = light.direction.xyz;
    a.cosLight = dot(normal, a.toLight);
    a.reach = a.cosLight > 0.0 ? 1.0 : 0.0;
    return a;
}

Arrival fromLamp(Light light, vec3 position, vec3 normal)
{
    // Inverse square, windowed at the range as KHR_lights_punctual prescribes.
    Arrival a;
    vec3 d = light.position.xyz - position;
    float d2 = max(dot(d, d), 1e-8);
    a.toLight = d * inversesqrt(d2);
    a.cosLight = dot(normal, a.toLight);
    float window = d2 * light.position.w * light.position.w;
    float cone = clamp(dot(-a.toLight, light.direction.xyz) * light.cone.x + light.cone.y, 0.0, 1.0);
    a.reach = a.cosLight > 0.0 ? clamp(1.0 - window * window, 0.0, 1.0) / d2 * (light.direction.w > 1.5 ? cone * cone : 1.0) : 0.0;
    return a;
}

Arrival arrival(Light light, vec3 position, vec3 normal)
{
    Arrival sun = fromSun(light, normal);
    Arrival lamp = fromLamp(light, position, normal);
    bool isLamp = light.direction.w > 0.5;
    lamp.toLight = isLamp ? lamp.toLight : sun.toLight;
    lamp.cosLight = isLamp ? lamp.cosLight : sun.cosLight;
    lamp.reach = isLamp ? lamp.reach : sun.reach;
    return lamp;
}
#endif
