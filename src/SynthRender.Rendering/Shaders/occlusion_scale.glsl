#ifndef OCCLUSION_SCALE_GLSL
#define OCCLUSION_SCALE_GLSL
// Ambient occlusion is found for one pixel of each block: of four pixels in small images, of sixteen in others.
#include "frame.glsl"

float blockSize()
{
    return frame.occlusion.w;
}

// How far an occluder may be from a surface at a depth, metres.
float occlusionRadius(float depth)
{
    return frame.occlusion.x + frame.occlusion.z * depth;
}

// Visibility in 8 bits beside a depth with 15 bits of fraction.
uint packOcclusion(float visibility, float depth)
{
    return (floatBitsToUint(depth) & ~255u) | uint(visibility * 255.0 + 0.5);
}
#endif
