#ifndef DECALS_GLSL
#define DECALS_GLSL
// What lies on the surface of a pixel, gathered by the decal pass: each target holds values times how much of them shows, and in alpha
// how much of the surface still does.
#include "light_groups.glsl"
#include "surface.glsl"

const bool hasDecals = (lightGroups & 8192u) != 0u;

layout(set = DECAL_SET, binding = DECAL_BINDING) uniform texture2D decalColor;
layout(set = DECAL_SET, binding = DECAL_BINDING + 1) uniform texture2D decalFactors; // roughness, metalness, occlusion
layout(set = DECAL_SET, binding = DECAL_BINDING + 2) uniform texture2D decalTilt;    // what is added to the normal, world axes

void applyDecals(inout Surface s)
{
    if (!hasDecals) return;
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec4 color = texelFetch(sampler2D(decalColor, DECAL_SAMPLER), texel, 0);
    vec3 factors = texelFetch(sampler2D(decalFactors, DECAL_SAMPLER), texel, 0).rgb;
    vec3 tilt = texelFetch(sampler2D(decalTilt, DECAL_SAMPLER), texel, 0).rgb;
    float bare = color.a;
    s.albedo = s.albedo * bare + color.rgb;
    s.roughness = s.roughness * bare + factors.r;
    s.metallic = s.metallic * bare + factors.g;
    s.occlusion *= bare + factors.b;
    s.emissive *= bare;
    s.f0 = s.f0 * bare + 0.04 * (1.0 - bare);
    s.f90 = s.f90 * bare + (1.0 - bare);
    s.normal = dot(tilt, tilt) > 0.0 ? normalize(s.normal + tilt) : s.normal;
#ifdef LAYERED
    s.clearcoat *= bare;
    s.sheenColor *= bare;
#endif
}
#endif
