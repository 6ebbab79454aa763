#ifndef ENVIRONMENT_GLSL
#define ENVIRONMENT_GLSL
// Light that comes from everywhere.
#include "frame.glsl"

vec3 surroundings(vec3 direction, float sharpness)
{
    return frame.ambientMean.rgb + frame.ambientSlope.rgb * (direction.y * sharpness);
}
#endif
