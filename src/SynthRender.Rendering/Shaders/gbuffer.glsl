// The G-buffer: 128 bits of surface in one R32G32B32A32_UInt target.
//   x: albedo, square-rooted, 11 + 11 + 10 bits   y: normal, octahedral 12 + 12 bits; roughness 8 bits
//   z: emissive r, g as halves                    w: emissive b as half; metallic 7 bits, unlit 1 bit, occlusion 8 bits
#include "octahedral.glsl"
#include "surface.glsl"

// Any length.
uint packNormal(vec3 normal)
{
    uvec2 n = uvec2((encodeOctahedral(normal) * 0.5 + 0.5) * 4094.0 + 0.5);
    return n.x | n.y << 12;
}

uvec4 packSurface(Surface s)
{
    uvec3 c = uvec3(sqrt(clamp(s.albedo, 0.0, 1.0)) * vec3(2047.0, 2047.0, 1023.0) + 0.5);
    uint roughness = uint(clamp(s.roughness, 0.0, 1.0) * 255.0 + 0.5);
    uint metallic = uint(clamp(s.metallic, 0.0, 1.0) * 127.0 + 0.5);
    uint occlusion = uint(clamp(s.occlusion, 0.0, 1.0) * 255.0 + 0.5);
    vec3 e = min(s.emissive, 65504.0);
    return uvec4(
        c.r | c.g << 11 | c.b << 22,
        packNormal(s.normal) | roughness << 24,
        packHalf2x16(e.rg),
        packHalf2x16(vec2(e.b, 0.0)) | metallic << 16 | (s.unlit ? 1u << 23 : 0u) | occlusion << 24);
}

Surface unpackSurface(uvec4 g)
{
    Surface s;
    vec3 c = vec3(g.x & 2047u, g.x >> 11 & 2047u, g.x >> 22) * vec3(1.0 / 2047.0, 1.0 / 2047.0, 1.0 / 1023.0);
    s.albedo = c * c;
    s.alpha = 1.0;
    s.normal = decodeOctahedral(vec2(g.y & 4095u, g.y >> 12 & 4095u) * (2.0 / 4094.0) - 1.0);
    s.roughness = float(g.y >> 24) * (1.0 / 255.0);
    s.emissive = vec3(unpackHalf2x16(g.z), unpackHalf2x16(g.w & 0xffffu).x);
    s.metallic = float(g.w >> 16 & 127u) * (1.0 / 127.0);
    s.unlit = (g.w >> 23 & 1u) != 0u;
    s.occlusion = float(g.w >> 24) * (1.0 / 255.0);
    return s;
}
