// Evaluates the glTF material at a fragment. Absent textures are compiled out (specialisation constants), so that a plain
// material costs no sampling.
#include "draw.glsl"
#include "surface.glsl"

layout(constant_id = 0) const bool hasBaseColorTexture = false;
layout(constant_id = 1) const bool hasNormalTexture = false;
layout(constant_id = 2) const bool hasMetallicRoughnessTexture = false;
layout(constant_id = 3) const bool hasOcclusionTexture = false;
layout(constant_id = 4) const bool hasEmissiveTexture = false;
layout(constant_id = 5) const bool isMasked = false;
layout(constant_id = 10) const bool turnsNormals = false; // a normal map lies at an angle to the tangents

layout(location = 0) in vec3 inNormal;
#if defined(TEXTURED) || defined(EXTRA)
layout(location = 1) in vec4 inTangent;
layout(location = 2) in vec2 inUv0;

layout(set = 1, binding = 0) uniform texture2D baseColorTexture;
layout(set = 1, binding = 1) uniform sampler baseColorSampler;
layout(set = 1, binding = 2) uniform texture2D normalTexture;
layout(set = 1, binding = 3) uniform sampler normalSampler;
layout(set = 1, binding = 4) uniform texture2D metallicRoughnessTexture;
layout(set = 1, binding = 5) uniform sampler metallicRoughnessSampler;
layout(set = 1, binding = 6) uniform texture2D occlusionTexture;
layout(set = 1, binding = 7) uniform sampler occlusionSampler;
layout(set = 1, binding = 8) uniform texture2D emissiveTexture;
layout(set = 1, binding = 9) uniform sampler emissiveSampler;
#endif
#ifdef EXTRA
layout(location = 3) in vec2 inUv1;
layout(location = 4) in vec4 inColor;
#endif

#if defined(TEXTURED) || defined(EXTRA)
vec2 placedUv(vec4 u, vec4 v)
{
    vec2 uv = inUv0;
#ifdef EXTRA
    uv = mix(uv, inUv1, u.w); // 0 or 1
#endif
    return vec2(dot(u.xyz, vec3(uv, 1.0)), dot(v.xyz, vec3(uv, 1.0)));
}

vec2 slotUv(int slot)
{
    return placedUv(draw.uvTransforms[2 * slot], draw.uvTransforms[2 * slot + 1]);
}

// Turns the x and y of a normal map into the frame of the tangents, which follow a UV set as it is, not as the map's slot places it. The
// angle between the two on this triangle is that between the directions in which their u grows, whatever the UVs stretch.
mat2 tangentsFromMap(vec4 uRow, vec4 vRow)
{
    if (!turnsNormals) return mat2(1.0);
    vec3 place = vec3(gl_FragCoord.xy * draw.view.x + draw.view.yz, 1.0) / gl_FragCoord.w;
    vec2 uv = inUv0;
#ifdef EXTRA
    uv = mix(uv, inUv1, draw.normalMap.z);
#endif
    vec2 placed = placedUv(uRow, vRow);
    vec3 px = dFdx(place), py = dFdy(place);
    vec2 ux = dFdx(uv), uy = dFdy(uv), mx = dFdx(placed), my = dFdy(placed);
    float uvSide = sign(ux.x * uy.y - uy.x * ux.y), mapSide = sign(mx.x * my.y - my.x * mx.y);
    vec3 alongU = (px * uy.y - py * ux.y) * uvSide;
    vec3 alongV = (py * ux.x - px * uy.x) * uvSide;
    vec3 alongMap = (px * my.y - py * mx.y) * mapSide;
    // glTF's v grows down the image, and bitangents point up.
    vec3 up = alongU * dot(alongU, alongV) - alongV * dot(alongU, alongU);
    vec2 t = vec2(dot(alongMap, alongU) * inversesqrt(dot(alongU, alongU)), dot(alongMap, up) * inversesqrt(dot(up, up)));
    float size = length(t);
    if (!(size > 0.0) || isinf(size)) return mat2(1.0); // UVs that say nothing
    t /= size;
    return mat2(t, vec2(-t.y, t.x) * (uvSide * mapSide));
}

// A normal map's texel in the world, and the roughness of what it averages: unit normals in the mips grow shorter, and the lost
// length is roughness (Toksvig, Mipmapping Normal Maps, 2005).
vec3 turnedNormal(vec3 n, mat2 turn, vec2 factors, vec3 smoothNormal, inout float roughness)
{
    float len = clamp(length(n), 0.05, 1.0);
    n.xy = turn * n.xy * factors;
    // glTF: tangent frame from the interpolated, unnormalised vectors; back faces turn all three axes.
    vec3 t = inTangent.xyz;
    vec3 b = cross(inNormal, t) * inTangent.w;
    vec3 world = (normalize(t) * n.x + normalize(b) * n.y + normalize(inNormal) * n.z) * (gl_FrontFacing ? 1.0 : -1.0);
    float spread = (1.0 - len) / len;
    float alpha = roughness * roughness;
    roughness = sqrt(sqrt(min(alpha * alpha + spread, 1.0)));
    return dot(world, world) > 0.0 && dot(t, t) > 0.0 ? normalize(world) : smoothNormal;
}
#endif

vec4 baseColor()
{
    vec4 color = draw.baseColor;
#if defined(TEXTURED) || defined(EXTRA)
    if (hasBaseColorTexture) color *= texture(sampler2D(baseColorTexture, baseColorSampler), slotUv(0));
#endif
#ifdef EXTRA
    color *= inColor;
#endif
    return color;
}

// The alpha that decides whether a cut-out is there: of the texture as it is. Mips average alpha, and whether an average passes the cutoff
// says nothing about how much of the surface does.
float cutAlpha()
{
    float alpha = draw.baseColor.a;
#if defined(TEXTURED) || defined(EXTRA)
    if (hasBaseColorTexture) alpha *= textureLod(sampler2D(baseColorTexture, baseColorSampler), slotUv(0), 0.0).a;
#endif
#ifdef EXTRA
    alpha *= inColor.a;
#endif
    return alpha;
}

Surface evaluateSurface()
{
    Surface s;
    vec4 color = baseColor();
    s.albedo = color.rgb;
    s.alpha = color.a;
    vec3 smoothNormal = normalize(inNormal) * (gl_FrontFacing ? 1.0 : -1.0);
    s.normal = smoothNormal;
    s.metallic = draw.factors.x;
    s.roughness = draw.factors.y;
    s.occlusion = 1.0;
    s.emissive = draw.emissive.rgb;
    s.f0 = vec3(uintBitsToFloat(draw.identity.z));
    s.f90 = uintBitsToFloat(draw.identity.w);
    s.unlit = draw.identity.y != 0u;
#if defined(TEXTURED) || defined(EXTRA)
    if (hasNormalTexture)
    {
        vec3 n = texture(sampler2D(normalTexture, normalSampler), slotUv(1)).xyz * (255.0 / 127.0) - 128.0 / 127.0;
        s.normal = turnedNormal(n, tangentsFromMap(draw.uvTransforms[2], draw.uvTransforms[3]), draw.normalMap.xy, smoothNormal, s.roughness);
    }
    if (hasMetallicRoughnessTexture)
    {
        vec4 mr = texture(sampler2D(metallicRoughnessTexture, metallicRoughnessSampler), slotUv(2));
        s.roughness *= mr.g;
        s.metallic *= mr.b;
    }
    if (hasOcclusionTexture)
    {
        float ao = texture(sampler2D(occlusionTexture, occlusionSampler), slotUv(3)).r;
        s.occlusion = 1.0 + draw.factors.z * (ao - 1.0);
    }
    if (hasEmissiveTexture) s.emissive *= texture(sampler2D(emissiveTexture, emissiveSampler), slotUv(4)).rgb;
#endif
    return s;
}
