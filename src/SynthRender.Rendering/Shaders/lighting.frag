#version 450
#extension GL_GOOGLE_include_directive : require
#extension GL_EXT_control_flow_attributes : require
#define FRAME_SET 0
#include "gbuffer.glsl"
#include "shading.glsl"

layout(set = 1, binding = 0) uniform texture2D depthTexture;
layout(set = 1, binding = 1) uniform utexture2D surfaceTexture;
layout(set = 1, binding = 2) uniform sampler pointSampler;
#include "occlusion.glsl"
#define DECAL_SET 1
#define DECAL_BINDING 4
#define DECAL_SAMPLER pointSampler
#include "decals.glsl"

layout(constant_id = 17) const bool occluded = false;

layout(location = 0) out vec4 outRadiance; // a: 1/planar depth, for what is seen through transmissive surfaces

void main()
{
    ivec2 texel = ivec2(gl_FragCoord.xy);
    vec3 ray = frame.ray.xyz + frame.rayPerX.xyz * gl_FragCoord.x + frame.rayPerY.xyz * gl_FragCoord.y;
    Surface s = unpackSurface(texelFetch(usampler2D(surfaceTexture, pointSampler), texel, 0));
    applyDecals(s);
    s.roughness = widenedRoughness(s.roughness, s.normal);
    float depth = texelFetch(sampler2D(depthTexture, pointSampler), texel, 0).r;
    if (occluded) s.occlusion *= ambientVisibility(ray, depth, s.normal);
    outRadiance = vec4(shade(s, ray * depth, -normalize(ray)), 1.0 / depth);
}
