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
#endif
