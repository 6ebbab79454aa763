#version 450
#extension GL_GOOGLE_include_directive : require
#include "environment_map.glsl"
// One tile of an environment's map. The sharp one copies the source; the others sum it over the lobe of GGX seen along the normal, at
// points drawn by the lobe's density, each blurred as far as its neighbours are away (Colbert and Křivánek, GPU-Based Importance Sampling,
// GPU Gems 3, 2007; Karis, Real Shading in Unreal Engine 4, 2013). The points are the same for all texels.

layout(constant_id = 0) const int pointCount = 0;
const int maxPoints = 32;

layout(set = 0, binding = 0, std140) uniform Tile
{
    vec4 place;             // x: number of the tile
    vec4 points[maxPoints]; // xyz: direction about +Z, its length the weight; w: mip level
} tile;

layout(set = 0, binding = 1) uniform texture2D environmentSource;
layout(set = 0, binding = 2) uniform sampler environmentSourceSampler;

layout(location = 0) out vec4 outRadiance;

void main()
{
    float number = tile.place.x;
    vec2 point = (gl_FragCoord.xy - vec2(tileLeft(number) + 1.0, 1.0)) / tileSize(number);
    if (pointCount == 0)
    {
        vec2 inside = wrapOctahedral(point * 2.0 - 1.0) * 0.5 + 0.5;
        outRadiance = texelFetch(sampler2D(environmentSource, environmentSourceSampler), ivec2(inside * sharpTile), 0);
        return;
    }

    vec3 axis = tileDirection(point);
    // Duff et al., Building an Orthonormal Basis, Revisited, JCGT 2017.
    float side = axis.z >= 0.0 ? 1.0 : -1.0;
    float a = -1.0 / (side + axis.z);
    float b = axis.x * axis.y * a;
    vec3 tangent = vec3(1.0 + side * axis.x * axis.x * a, side * b, -side * axis.x);
    vec3 bitangent = vec3(b, side + axis.y * axis.y * a, -axis.y);
    vec3 sum = vec3(0.0);
    for (int i = 0; i < pointCount; i++)
    {
        vec4 p = tile.points[i];
        vec3 direction = tangent * p.x + bitangent * p.y + axis * p.z;
        sum += textureLod(sampler2D(environmentSource, environmentSourceSampler), tilePoint(direction), p.w).rgb * length(p.xyz);
    }

    outRadiance = vec4(min(sum, 65504.0), 1.0);
}
