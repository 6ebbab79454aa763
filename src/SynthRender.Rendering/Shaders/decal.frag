#version 450
#extension GL_GOOGLE_include_directive : require
// Puts a decal over those that lie below it (decals.glsl says what the three targets hold).
#define FRAME_SET 2
#include "frame.glsl"
#include "octahedral.glsl"
#include "decal.glsl"

layout(constant_id = 0) const bool hasBaseColorTexture = false;
layout(constant_id = 1) const bool hasNormalTexture = false;
layout(constant_id = 2) const bool hasMetallicRoughnessTexture = false;
layout(constant_id = 3) const bool hasOcclusionTexture = false;

layout(set = 1, binding = 0) uniform texture2D baseColorTexture;
layout(set = 1, binding = 1) uniform sampler baseColorSampler;
layout(set = 1, binding = 2) uniform texture2D normalTexture;
layout(set = 1, binding = 3) uniform sampler normalSampler;
layout(set = 1, binding = 4) uniform texture2D metallicRoughnessTexture;
layout(set = 1, binding = 5) uniform sampler metallicRoughnessSampler;
layout(set = 1, binding = 6) uniform texture2D occlusionTexture;
layout(set = 1, binding = 7) uniform sampler occlusionSampler;

layout(set = 3, binding = 0) uniform texture2D depthTexture;
layout(set = 3, binding = 1) uniform utexture2D surfaceTexture;
layout(set = 3, binding = 2) uniform utexture2D ownerTexture;
layout(set = 3, binding = 3) uniform sampler pointSampler;

layout(location = 0) out vec4 outColor;
layout(location = 1) out vec4 outFactors;
layout(location = 2) out vec4 outTilt;

vec2 uv, uvPerX, uvPerY;

vec4 sampled(texture2D image, sampler how, int slot)
{
    vec3 u = decal.uvTransforms[2 * slot].xyz, v = decal.uvTransforms[2 * slot + 1].xyz;
    mat2 turn = mat2(u.x, v.x, u.y, v.y);
    return textureGrad(sampler2D(image, how), turn * uv + vec2(u.z, v.z), turn * uvPerX, turn * uvPerY);
}

// The sum over the 2×2 pixels that are shaded together.
vec4 inQuad(vec4 v)
{
    vec2 towards = 1.0 - 2.0 * vec2(ivec2(gl_FragCoord.xy) & 1);
    v += v + dFdxFine(v) * towards.x;
    return v + v + dFdyFine(v) * towards.y;
}

void main()
{
    ivec2 texel = ivec2(gl_FragCoord.xy);
    float depth = min(texelFetch(sampler2D(depthTexture, pointSampler), texel, 0).r, 1e6);
    uint n = texelFetch(usampler2D(surfaceTexture, pointSampler), texel, 0).y;
    vec3 normal = decodeOctahedral(vec2(n & 4095u, n >> 12 & 4095u) * (2.0 / 4094.0) - 1.0);
    uint owner = texelFetch(usampler2D(ownerTexture, pointSampler), texel, 0).r;
    vec3 ray = frame.ray.xyz + frame.rayPerX.xyz * gl_FragCoord.x + frame.rayPerY.xyz * gl_FragCoord.y;
    vec3 p = (decal.boxFromWorld * vec4(ray * depth, 1.0)).xyz;

    // Without a branch on the number alone, for the reason in opaque.glsl.
    uint foreign = (owner ^ decal.identity.x) * min(decal.identity.x, 1u);
    float weight = all(lessThanEqual(abs(p), vec3(0.5))) && foreign == 0u ? 1.0 : 0.0;
    weight *= smoothstep(0.15, 0.45, dot(normal, decal.outwards.xyz)) * (1.0 - smoothstep(0.33, 0.5, abs(p.z)));

    // How far apart neighbouring pixels' rays meet the surface's tangent plane: across an edge in the image too.
    float cosine = min(dot(ray, normal), -0.1 * length(ray));
    mat3 linear = mat3(decal.boxFromWorld);
    vec3 perX = linear * (frame.rayPerX.xyz - ray * (dot(frame.rayPerX.xyz, normal) / cosine));
    vec3 perY = linear * (frame.rayPerY.xyz - ray * (dot(frame.rayPerY.xyz, normal) / cosine));
    // Mesa's CPU driver has one level of detail for 2×2 pixels: that of those that show the decal, not of what lies beside it. Where the
    // surface is seen at a slant, the level is one sharper than the longer side asks for.
    float shows = weight > 0.0 ? 1.0 : 0.0;
    uv = 0.5 + vec2(p.x, -p.y) * shows;
    float count = inQuad(vec4(shows)).x;
    vec4 mean = inQuad(clamp(depth * vec4(perX.x, -perX.y, perY.x, -perY.y), -1.0, 1.0) * shows) / max(count, 1.0);
    float across = length(mean.xy) + 1e-6, down = length(mean.zw) + 1e-6;
    uvPerX = count > 0.0 ? mean.xy * min(1.0, 2.0 * down / across) : vec2(1.0, 0.0);
    uvPerY = count > 0.0 ? mean.zw * min(1.0, 2.0 * across / down) : vec2(0.0, 1.0);

    vec4 color = decal.baseColor;
    if (hasBaseColorTexture) color *= sampled(baseColorTexture, baseColorSampler, 0);
    float alpha = clamp(color.a, 0.0, 1.0) * weight;
    float metallic = decal.right.w, roughness = decal.up.w, occlusion = 1.0;
    vec3 tilt = vec3(0.0);
    if (hasMetallicRoughnessTexture)
    {
        vec4 mr = sampled(metallicRoughnessTexture, metallicRoughnessSampler, 2);
        roughness *= mr.g;
        metallic *= mr.b;
    }
    if (hasOcclusionTexture) occlusion += decal.outwards.w * (sampled(occlusionTexture, occlusionSampler, 3).r - 1.0);
    if (hasNormalTexture)
    {
        // As in surface_fragment.glsl, but over whatever normal the surface has.
        vec3 t = sampled(normalTexture, normalSampler, 1).xyz * (255.0 / 127.0) - 128.0 / 127.0;
        float len = clamp(length(t), 0.05, 1.0);
        float spread = (1.0 - len) / len, a = roughness * roughness;
        roughness = sqrt(sqrt(min(a * a + spread, 1.0)));
        vec3 x = decal.right.xyz - normal * dot(normal, decal.right.xyz);
        vec3 y = decal.up.xyz - normal * dot(normal, decal.up.xyz);
        vec2 slope = (decal.normalTurn.xy * t.x + decal.normalTurn.zw * t.y) / max(t.z, 0.1);
        tilt = x * (slope.x * inversesqrt(max(dot(x, x), 1e-4))) + y * (slope.y * inversesqrt(max(dot(y, y), 1e-4)));
    }
    outColor = vec4(color.rgb, alpha);
    outFactors = vec4(roughness, metallic, occlusion, alpha);
    outTilt = vec4(tilt, alpha);
}
