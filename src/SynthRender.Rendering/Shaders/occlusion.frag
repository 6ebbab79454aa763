#version 450
#extension GL_GOOGLE_include_directive : require
// Ambient occlusion by horizons: in slices through the view ray, how high the depth image rises to either side, and what a cosine
// lobe around the normal still sees between the two (Jimenez et al., Practical Realtime Strategies for Accurate Indirect Occlusion,
// 2016). Slices turn over a 4×4 tile of pixels, which the filter then averages.
#include "occlusion_inputs.glsl"

layout(location = 0) out vec4 outOcclusion; // visibility, planar depth

const float pi = 3.14159265358979;
const int slices = 2;
const int steps = 5;

// Two bits of x and y, interleaved: each 2×2 block of a tile has directions that are far apart.
int tileIndex(ivec2 p)
{
    int a = (p.x ^ p.y) & 1, b = p.y & 1, c = ((p.x ^ p.y) >> 1) & 1, d = (p.y >> 1) & 1;
    return a << 3 | b << 2 | c << 1 | d;
}

float arc(float h, float cosGamma, float sinGamma, float gamma)
{
    return 0.25 * (cosGamma - cos(2.0 * h - gamma)) + 0.5 * h * sinGamma;
}

// The angle from the view ray to the highest of a few samples in a direction, at least as steep as the tangent plane is.
float horizon(ivec2 texel, vec3 position, vec3 normal, vec3 view, vec2 stride, float first, float tangent)
{
    vec2 last = vec2(frame.rayPerX.w, frame.rayPerY.w) - 1.0;
    float radius = frame.occlusion.x;
    float lowest = tangent;
    for (int i = 0; i < steps; i++)
    {
        vec2 at = vec2(texel) + floor(stride * ((float(i) + first) / float(steps)) + 0.5);
        bool inImage = all(greaterThanEqual(at, vec2(0.0))) && all(lessThanEqual(at, last));
        ivec2 other = ivec2(clamp(at, vec2(0.0), last));
        float depth = min(depthAt(other), 1e6);
        vec3 d = rayAt(other) * depth - position;
        float dist = length(d) + 1e-6;
        float rise = dot(d, normal) / dist;
        // Normals have 12 bits an axis: below 2% a plane may seem to rise above itself.
        float counts = inImage && rise > 0.02 ? clamp((1.25 * radius - dist) / (0.25 * radius), 0.0, 1.0) : 0.0;
        float angle = acos(clamp(dot(d, view) / dist, -1.0, 1.0));
        lowest = min(lowest, mix(tangent, angle, counts));
    }
    return lowest;
}

void main()
{
    ivec2 half_ = ivec2(gl_FragCoord.xy);
    ivec2 texel = half_ * 2;
    float depth = depthAt(texel);
    vec3 position = rayAt(texel) * min(depth, 1e6);
    vec3 view = -normalize(position);
    vec3 normal = normalAt(texel);
    int index = tileIndex(half_);
    float turn = (float(index) + 0.5) / 16.0;
    float first = (float((index * 7) & 15) + 0.5) / 16.0;
    float reach = 1.25 * frame.occlusion.x * inversesqrt(dot(frame.rayPerX.xyz, frame.rayPerX.xyz)) / depth;
    float seen = 0.0;
    float open = 0.0;
    for (int i = 0; i < slices; i++)
    {
        float phi = (float(i) + turn) * (pi / float(slices));
        vec2 along = vec2(cos(phi), sin(phi));
        vec3 d = normalize(frame.rayPerX.xyz * along.x + frame.rayPerY.xyz * along.y);
        vec3 across = d - view * dot(d, view);
        vec3 axis = normalize(cross(across, view));
        vec3 projected = normal - axis * dot(normal, axis);
        float size = length(projected) + 1e-6;
        float cosGamma = clamp(dot(projected, view) / size, -1.0, 1.0);
        float gamma = (dot(across, projected) >= 0.0 ? 1.0 : -1.0) * acos(cosGamma);
        float sinGamma = sin(gamma);
        float up = gamma + 0.5 * pi;
        float down = 0.5 * pi - gamma;
        float h2 = horizon(texel, position, normal, view, along * reach, first, up);
        float h1 = -horizon(texel, position, normal, view, -along * reach, first, down);
        seen += size * (arc(h1, cosGamma, sinGamma, gamma) + arc(h2, cosGamma, sinGamma, gamma));
        open += size * (arc(-down, cosGamma, sinGamma, gamma) + arc(up, cosGamma, sinGamma, gamma));
    }
    float visibility = clamp(seen / max(open, 1e-4), 0.0, 1.0);
    outOcclusion = isinf(depth) ? vec4(1.0, 1e30, 0.0, 0.0) : vec4(mix(1.0, visibility, frame.occlusion.y), depth, 0.0, 0.0);
}
