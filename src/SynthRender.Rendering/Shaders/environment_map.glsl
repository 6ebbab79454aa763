#ifndef ENVIRONMENT_MAP_GLSL
#define ENVIRONMENT_MAP_GLSL
// An environment by direction: octahedral tiles side by side in one texture, blurred for roughness 0, 1/6 … 1. Around each tile lies a
// border of one texel that repeats what is across its edges. Mirrors Environments/EnvironmentTiles.cs.
#include "octahedral.glsl"

const float sharpTile = 128.0;
const float blurredTile = 64.0;
const float blurredTiles = 6.0;
const vec2 environmentMapSize = vec2((sharpTile + 2.0) + blurredTiles * (blurredTile + 2.0), sharpTile + 2.0);

float tileLeft(float tile)
{
    return tile < 0.5 ? 0.0 : sharpTile + 2.0 + (tile - 1.0) * (blurredTile + 2.0);
}

float tileSize(float tile)
{
    return tile < 0.5 ? sharpTile : blurredTile;
}

// The horizon is the diamond within the square, straight up its middle.
vec2 tilePoint(vec3 direction)
{
    return encodeOctahedral(direction.xzy) * 0.5 + 0.5;
}

vec3 tileDirection(vec2 point)
{
    return decodeOctahedral(wrapOctahedral(point * 2.0 - 1.0)).xzy;
}
#endif
