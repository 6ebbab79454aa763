#ifndef AREA_GLSL
#define AREA_GLSL
// Light from surfaces: rectangles, rings and discs that glow alike in all directions. What a cosine lobe gets from a polygon is
// known exactly (Lambert, Photometria, 1760); the specular lobe is a cosine lobe moved by a matrix (Heitz et al., Real-Time
// Polygonal-Light Shading with Linearly Transformed Cosines, SIGGRAPH 2016; our fit is tools/LightTables). Discs are polygons of equal area.
#include "brdf.glsl"

layout(set = FRAME_SET, binding = 5) uniform texture2D transformedCosines;

const int ringSides = 16;

// Lambert's sum over the edges, with what lies below the horizon (z < 0) cut off. A convex polygon leaves and enters the upper half
// at most once each; the edge between those two points lies in the horizon.
struct PolygonSum
{
    float edges;
    vec2 leaves;
    vec2 enters;
};

// θ/sin θ for cos θ.
float angleBySine(float c)
{
    // acos(c)/√(1 − c²) on [0, 1] to a relative 3e-6 (least squares, reweighted to even the error out); on the other side π − θ.
    float x = abs(c);
    float f = 1.57079211 + x * (-0.99956972 + x * (0.77802648 + x * (-0.61731119 + x * (0.42027245 + x * (-0.19452782 + x * 0.04232038)))));
    return c >= 0.0 ? f : pi * inversesqrt(max(1.0 - c * c, 1e-9)) - f;
}

void addEdge(inout PolygonSum s, vec3 a, vec3 b)
{
    bool below = a.z < 0.0;
    bool next = b.z < 0.0;
    vec3 cut = a + (b - a) * (a.z / (abs(a.z - b.z) < 1e-12 ? 1.0 : a.z - b.z));
    s.enters = below && !next ? cut.xy : s.enters;
    s.leaves = !below && next ? cut.xy : s.leaves;
    vec3 from = below ? cut : a;
    vec3 to = next ? cut : b;
    float lengths = inversesqrt(max(dot(from, from) * dot(to, to), 1e-30));
    float part = (from.x * to.y - from.y * to.x) * lengths * angleBySine(clamp(dot(from, to) * lengths, -1.0, 1.0));
    s.edges += below && next ? 0.0 : part;
}

// The form factor: irradiance over π for radiance 1; below 0 from the back.
float formFactor(PolygonSum s)
{
    float lengths = inversesqrt(max(dot(s.leaves, s.leaves) * dot(s.enters, s.enters), 1e-30));
    float c = clamp(dot(s.leaves, s.enters) * lengths, -1.0, 1.0);
    float horizon = (s.leaves.x * s.enters.y - s.leaves.y * s.enters.x) * lengths * angleBySine(c);
    return (s.edges + horizon) * (0.5 / pi);
}

float rectangleFactor(mat3 m, vec3 centre, vec3 right, vec3 up)
{
    vec3 c = m * centre, x = m * right, y = m * up;
    PolygonSum s = PolygonSum(0.0, vec2(0.0), vec2(0.0));
    addEdge(s, c - x - y, c + x - y);
    addEdge(s, c + x - y, c + x + y);
    addEdge(s, c + x + y, c - x + y);
    addEdge(s, c - x + y, c - x - y);
    return formFactor(s);
}

float discFactor(mat3 m, vec3 centre, vec3 right, vec3 up)
{
    // √(2π/n / sin(2π/n)) for n = 16: the polygon has the disc's area.
    const float even = 1.0130016;
    vec3 c = m * centre, x = m * right * even, y = m * up * even;
    PolygonSum s = PolygonSum(0.0, vec2(0.0), vec2(0.0));
    vec2 turn = vec2(1.0, 0.0);
    vec3 a = c + x;
    for (int i = 0; i < ringSides; i++)
    {
        // By 2π/16.
        turn = vec2(0.92387953 * turn.x - 0.38268343 * turn.y, 0.92387953 * turn.y + 0.38268343 * turn.x);
        vec3 b = c + x * turn.x + y * turn.y;
        addEdge(s, a, b);
        a = b;
    }
    return formFactor(s);
}

// What a surface looks like to area lights: the frame of its normal and the viewer, and the matrix of its specular lobe.
struct AreaLobe
{
    mat3 local;    // from the world to the frame
    mat3 specular; // from the world to where the specular lobe is a cosine
};

AreaLobe areaLobe(vec3 normal, vec3 view, float cosView, float roughness)
{
    vec3 x = view - normal * dot(normal, view);
    float length2 = dot(x, x);
    vec3 other = abs(normal.y) < 0.9 ? vec3(normal.z, 0.0, -normal.x) : vec3(0.0, -normal.z, normal.y);
    x = normalize(length2 > 1e-10 ? x : other);
    vec3 y = cross(normal, x);
    vec2 texel = vec2(sqrt(1.0 - cosView), roughness) * (31.0 / 32.0) + 0.5 / 32.0;
    vec4 t = textureLod(sampler2D(transformedCosines, specularAlbedoSampler), texel, 0.0);
    AreaLobe lobe;
    lobe.local = transpose(mat3(x, y, normal));
    lobe.specular = mat3(vec3(t.x, 0.0, t.z), vec3(0.0, 1.0, 0.0), vec3(t.y, 0.0, t.w)) * lobe.local;
    return lobe;
}

// Form factors of a light for the diffuse and the specular lobe.
vec2 rectangleFactors(AreaLobe lobe, Light light, vec3 position)
{
    vec3 c = light.position.xyz - position;
    vec2 f = vec2(rectangleFactor(lobe.local, c, light.right.xyz, light.up.xyz), rectangleFactor(lobe.specular, c, light.right.xyz, light.up.xyz));
    return max(mix(f, abs(f), light.right.w), 0.0);
}

vec2 ringFactors(AreaLobe lobe, Light light, vec3 position)
{
    vec3 c = light.position.xyz - position;
    vec3 x = light.right.xyz * light.cone.w, y = light.up.xyz * light.cone.w;
    vec2 f = vec2(
        discFactor(lobe.local, c, light.right.xyz, light.up.xyz) - discFactor(lobe.local, c, x, y),
        discFactor(lobe.specular, c, light.right.xyz, light.up.xyz) - discFactor(lobe.specular, c, x, y));
    return max(mix(f, abs(f), light.right.w), 0.0);
}
#endif
