#version 450
#extension GL_GOOGLE_include_directive : require
// Ambient occlusion by horizons: in slices through the view ray, how high the depth image rises to either side, and what a cosine
// lobe around the normal still sees between the two (Jimenez et al., Practical Realtime Strategies for Accurate Indirect Occlusion,
// 2016). Slices turn over a tile of 4×4 blocks, which the filter then averages. Here x is right, y down, z along the optical axis.
#include "occlusion_inputs.glsl"

layout(location = 0) out uint outOcclusion;

const float pi = 3.14159265358979;
const int slices = 2;
const int steps = 4;

// Two bits of x and y, interleaved: each 2×2 blocks of a tile have directions that are far apart.
int tileIndex(ivec2 p)
{
    int a = (p.x ^ p.y) & 1, b = p.y & 1, c = ((p.x ^ p.y) >> 1) & 1, d = (p.y >> 1) & 1;
    return a << 3 | b << 2 | c << 1 | d;
}

// Abramowitz and Stegun, 4.4.45, for −1 to 1: within 7e-5.
float angleOf(float c)
{
    float x = abs(c);
    float a = sqrt(max(1.0 - x, 0.0)) * (1.5707288 + x * (-0.2121144 + x * (0.0742610 + x * -0.0187293)));
    return c < 0.0 ? pi - a : a;
}

struct Eye
{
    vec2 corner; // of the ray through the image's corner
    float pixel; // what a pixel adds to it
    vec2 last;   // the image's last pixel
};

// Cosines are compared as c·|c|, which takes a division where c takes a root as well.
float signedSquare(float c)
{
    return c * abs(c);
}

float signedRoot(float q)
{
    return q < 0.0 ? -sqrt(-q) : sqrt(q);
}

// The cosine to the view ray of the highest of a few samples in a direction, at least of the tangent plane's.
float horizon(Eye eye, vec2 texel, vec3 position, vec3 normal, vec3 view, vec2 along, float reach, float first, float fade, float tangent)
{
    float flat_ = signedSquare(tangent);
    float highest = flat_;
    for (int i = 0; i < steps; i++)
    {
        float share = (float(i) + first) * (1.0 / float(steps));
        vec2 at = clamp(texel + floor(along * max(reach * share * (0.6 + 0.4 * share), 1.0 + float(i)) + 0.5), vec2(0.0), eye.last);
        float depth = min(depthAt(ivec2(at)), 1e6);
        vec3 d = vec3(eye.corner + at * eye.pixel, 1.0) * depth - position;
        float squared = dot(d, d) + 1e-18;
        float rise = dot(d, normal), up = dot(d, view);
        // Normals have 12 bits an axis: below 2% a plane may seem to rise above itself.
        float near = rise * abs(rise) > 4e-4 * squared ? clamp(2.7777778 - squared * fade, 0.0, 1.0) : 0.0;
        highest = max(highest, mix(flat_, up * abs(up) / squared, near));
    }
    return signedRoot(highest);
}

void main()
{
    ivec2 block = ivec2(gl_FragCoord.xy);
    ivec2 texel = pixelOf(block);
    float depth = depthAt(texel);
    float pixel = length(frame.rayPerX.xyz);
    vec3 right = frame.rayPerX.xyz / pixel;
    vec3 down = frame.rayPerY.xyz / pixel;
    vec3 forward = frame.ray.xyz - right * dot(frame.ray.xyz, right) - down * dot(frame.ray.xyz, down);
    Eye eye = Eye(
        vec2(dot(frame.ray.xyz, right), dot(frame.ray.xyz, down)) + 0.5 * pixel, pixel, vec2(frame.rayPerX.w, frame.rayPerY.w) - 1.0);
    vec3 n = normalAt(texel);
    vec3 normal = vec3(dot(n, right), dot(n, down), dot(n, forward));
    vec3 position = vec3(eye.corner + vec2(texel) * pixel, 1.0) * min(depth, 1e6);
    vec3 view = -normalize(position);
    float radius = occlusionRadius(position.z);
    // From 1 at the radius to 0 at 1.25 of it, in squares of distances.
    float fade = 1.7777778 / (radius * radius);
    float reach = 1.25 * radius / (pixel * position.z);
    int index = tileIndex(block);
    float phi = (float(index) + 0.5) * (pi / float(16 * slices));
    float first = (float(index * 7 & 15) + 0.5) / 16.0;
    vec2 along = vec2(cos(phi), sin(phi));
    float seen = 0.0;
    float open = 0.0;
    for (int i = 0; i < slices; i++)
    {
        vec3 across = normalize(vec3(along, 0.0) - view * dot(along, view.xy));
        float cosine = dot(normal, view);
        float sine = dot(normal, across);
        // Of the normal's projection into the slice.
        float size = sqrt(cosine * cosine + sine * sine) + 1e-6;
        float cosGamma = cosine / size, sinGamma = sine / size;
        float gamma = angleOf(cosGamma) * (sine < 0.0 ? -1.0 : 1.0);
        float c2 = horizon(eye, vec2(texel), position, normal, view, along, reach, first, fade, -sinGamma);
        float c1 = horizon(eye, vec2(texel), position, normal, view, -along, reach, first, fade, sinGamma);
        float h2 = angleOf(c2), h1 = -angleOf(c1);
        float s2 = sqrt(max(1.0 - c2 * c2, 0.0)), s1 = -sqrt(max(1.0 - c1 * c1, 0.0));
        // The sum of (cos γ − cos(2h − γ) + 2h·sin γ)/4 for both horizons.
        float bent = 2.0 - (2.0 * (c1 * c1 + c2 * c2) - 2.0);
        seen += size * 0.25 * (bent * cosGamma + 2.0 * (h1 + h2 - (c1 * s1 + c2 * s2)) * sinGamma);
        open += size * (cosGamma + gamma * sinGamma);
        along = vec2(-along.y, along.x);
    }
    float visibility = clamp(seen / max(open, 1e-4), 0.0, 1.0);
    outOcclusion = packOcclusion(isinf(depth) ? 1.0 : mix(1.0, visibility, frame.occlusion.y), min(depth, 1e30));
}
