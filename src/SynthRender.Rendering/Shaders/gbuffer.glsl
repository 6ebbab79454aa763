// The G-buffer: 128 bits of surface in one R32G32B32A32_UInt target.
//   x: albedo, square-rooted, 11 + 11 + 10 bits   y: normal, octahedral 12 + 12 bits; roughness 8 bits
//   z: emissive, 9 bits a channel, 5 bits exponent
//   w: F0, square-rooted, 8 bits (0.04 is 51); F90 8 bits; metallic 7 bits, unlit 1 bit, occlusion 8 bits
#include "octahedral.glsl"
#include "surface.glsl"

// Any length.
uint packNormal(vec3 normal)
{
    uvec2 n = uvec2((encodeOctahedral(normal) * 0.5 + 0.5) * 4094.0 + 0.5);
    return n.x | n.y << 12;
}

// One exponent for three channels. The exponent leaves room for the largest channel to be rounded up.
uint packRadiance(vec3 c)
{
    c = clamp(c, 0.0, 65408.0);
    float largest = max(max(c.r, c.g), max(c.b, 1.0 / 65536.0)) * 1.001;
    int exponent = clamp((floatBitsToInt(largest) >> 23) - 126, -15, 16);
    uvec3 m = min(uvec3(c * intBitsToFloat((136 - exponent) << 23) + 0.5), uvec3(511u));
    return m.r | m.g << 9 | m.b << 18 | uint(exponent + 15) << 27;
}

vec3 unpackRadiance(uint e)
{
    return vec3(e & 511u, e >> 9 & 511u, e >> 18 & 511u) * intBitsToFloat(int((e >> 27) + 103u) << 23);
}

uvec4 packSurface(Surface s)
{
    uvec3 c = uvec3(sqrt(clamp(s.albedo, 0.0, 1.0)) * vec3(2047.0, 2047.0, 1023.0) + 0.5);
    uint roughness = uint(clamp(s.roughness, 0.0, 1.0) * 255.0 + 0.5);
    uint metallic = uint(clamp(s.metallic, 0.0, 1.0) * 127.0 + 0.5);
    uint occlusion = uint(clamp(s.occlusion, 0.0, 1.0) * 255.0 + 0.5);
    uint f0 = uint(sqrt(clamp(s.f0.g, 0.0, 1.0)) * 255.0 + 0.5);
    uint f90 = uint(clamp(s.f90, 0.0, 1.0) * 255.0 + 0.5);
    return uvec4(
        c.r | c.g << 11 | c.b << 22,
        packNormal(s.normal) | roughness << 24,
        packRadiance(s.emissive),
        f0 | f90 << 8 | metallic << 16 | (s.unlit ? 1u << 23 : 0u) | occlusion << 24);
}

Surface unpackSurface(uvec4 g)
{
    Surface s;
    vec3 c = vec3(g.x & 2047u, g.x >> 11 & 2047u, g.x >> 22) * vec3(1.0 / 2047.0, 1.0 / 2047.0, 1.0 / 1023.0);
    s.albedo = c * c;
    s.alpha = 1.0;
    s.normal = decodeOctahedral(vec2(g.y & 4095u, g.y >> 12 & 4095u) * (2.0 / 4094.0) - 1.0);
    s.roughness = float(g.y >> 24) * (1.0 / 255.0);
    s.emissive = unpackRadiance(g.z);
    float f0 = float(g.w & 255u) * (1.0 / 255.0);
    s.f0 = vec3(f0 * f0);
    s.f90 = float(g.w >> 8 & 255u) * (1.0 / 255.0);
    s.metallic = float(g.w >> 16 & 127u) * (1.0 / 127.0);
    s.unlit = (g.w >> 23 & 1u) != 0u;
    s.occlusion = float(g.w >> 24) * (1.0 / 255.0);
    return s;
}
