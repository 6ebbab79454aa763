// A surface with layers, lit where the geometry pass found it to be the nearest (or, if it is blended, over what is behind it).
#define LAYERED
#define FRAME_SET 2
#include "surface_fragment.glsl"
#include "layer_fragment.glsl"
#include "shading.glsl"
#define DECAL_SET 3
#define DECAL_BINDING 2
#define DECAL_SAMPLER behindSampler
#include "decals.glsl"

layout(constant_id = 6) const bool isBlended = false;

layout(location = 0) out vec4 outColor; // a: 1/planar depth where not blended

void main()
{
    Surface s = evaluateSurface();
    evaluateLayers(s);
    applyDecals(s);
    s.roughness = widenedRoughness(s.roughness, s.normal);
    if (hasClearcoat) s.clearcoatRoughness = widenedRoughness(s.clearcoatRoughness, s.clearcoatNormal);
    vec2 pixel = gl_FragCoord.xy;
    vec3 ray = frame.ray.xyz + frame.rayPerX.xyz * pixel.x + frame.rayPerY.xyz * pixel.y;
    vec3 position = ray / gl_FragCoord.w;
    outColor = vec4(shade(s, position, -normalize(ray)), isBlended ? clamp(s.alpha, 0.0, 1.0) : gl_FragCoord.w);
}
