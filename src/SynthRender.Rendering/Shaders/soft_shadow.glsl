#ifndef SOFT_SHADOW_GLSL
#define SOFT_SHADOW_GLSL
// Penumbras: how much of the light's disc or panel is seen (Fernando, Percentage-Closer Soft Shadows, 2005), with taps that lie in the
// light's own shape and a comparison that takes in only what can hide the light: blockers within the cone from the point to the light.
//
// In a view's depth d (linear in distance for a sun, in 1/distance for others) a blocker at d hides the part l of the light, in units
// of its half extents, where the map is moved by (receiver − d)·l·reach, with one reach for all blockers.
#include "shadow.glsl"

layout(set = FRAME_SET, binding = 6) uniform sampler shadowDepthSampler;

const int searchTaps = 24;
const int quadTaps = searchTaps / 4;
const float mostTaps = 56.0;

// Points that fill the light evenly, one after the other: a spiral by the golden angle in a disc or ring, a lattice by the golden ratio
// in a rectangle. Every fourth of them fills it too: a quad's four pixels may take one set each.
struct LightTaps
{
    vec2 spiral;
    vec2 turn;
    float row;
    float rowStep;
    float area;
    float areaStep;
    float hole2;
    float rectangle;
};

LightTaps startTaps(float count, float hole, float rectangle)
{
    LightTaps t;
    t.spiral = vec2(1.0, 0.0);
    t.turn = vec2(-0.73736888, 0.67549029);
    t.row = 0.5;
    t.rowStep = 0.61803399;
    t.area = 0.5 / count;
    t.areaStep = 1.0 / count;
    t.hole2 = hole * hole;
    t.rectangle = rectangle;
    return t;
}

// Of that many taps those of one set.
LightTaps startSet(int set, float count, float hole, float rectangle)
{
    LightTaps t = startTaps(count, hole, rectangle);
    t.area += float(set) * t.areaStep;
    t.row = fract(t.row + t.rowStep * float(set));
    t.spiral = set < 2 ? (set < 1 ? vec2(1.0, 0.0) : t.turn) : (set < 3 ? vec2(0.08742572, -0.99617097) : vec2(0.60843886, 0.79360072));
    t.areaStep *= 4.0;
    t.rowStep = 0.47213595;
    t.turn = vec2(-0.98471332, -0.17418181);
    return t;
}

// xy: the point, in half extents; z: how far out it is, 0 to 1.
vec3 nextTap(inout LightTaps t)
{
    float r = sqrt(mix(t.hole2, 1.0, t.area));
    vec3 disc = vec3(t.spiral * r, r);
    vec2 q = vec2(t.area, t.row) * 2.0 - 1.0;
    vec3 panel = vec3(q, max(abs(q.x), abs(q.y)));
    t.area += t.areaStep;
    t.spiral = vec2(t.turn.x * t.spiral.x - t.turn.y * t.spiral.y, t.turn.y * t.spiral.x + t.turn.x * t.spiral.y);
    t.row = fract(t.row + t.rowStep);
    return mix(disc, panel, t.rectangle);
}

// The sum over a quad's four pixels.
float quadSum(float value, vec2 other)
{
    value += value + other.x * dFdxFine(value);
    return value + value + other.y * dFdyFine(value);
}

float shadowDepth(vec2 uv, float layer)
{
    return textureLod(sampler2DArray(shadowMaps, shadowDepthSampler), vec3(uv, layer), 0.0).r;
}

// Two axes across a direction.
void across(vec3 direction, out vec3 x, out vec3 y)
{
    x = normalize(abs(direction.y) < 0.9 ? vec3(direction.z, 0.0, -direction.x) : vec3(0.0, -direction.z, direction.y));
    y = cross(direction, x);
}

// The part of the light that is seen, 0 to 1. The axes are half the light's extents, metres (tangents for a sun).
float softShadow(
    Light light, int view, bool isPerspective, vec3 position, vec3 normal, vec3 toLight, float cosLight, vec3 axisX, vec3 axisY, float hole,
    float rectangle)
{
    ShadowPoint p = shadowPoint(view, isPerspective, position, normal, toLight, cosLight);
    mat4 map = frame.shadows[view].mapFromWorld;
    vec4 texel = frame.shadows[view].texel;
    vec4 gx = map * vec4(axisX, 0.0);
    vec4 gy = map * vec4(axisY, 0.0);
    float range = frame.shadows[view].depth.x;
    vec2 reachX = (isPerspective ? gx.xy - p.uv * gx.w : gx.xy) * range;
    vec2 reachY = (isPerspective ? gy.xy - p.uv * gy.w : gy.xy) * range;
    float reach = sqrt(max(dot(reachX, reachX), dot(reachY, reachY))) + 1e-9;
    vec2 size = vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);

    // Where the surface is steep against the cone to the light, only what stands out of its plane may shade it.
    float slope = sqrt(max(1.0 - cosLight * cosLight, 0.0)) / max(cosLight, 1e-3) * length(axisX);
    if (isPerspective) slope /= length(position - light.position.xyz);
    float cone = clamp(1.2 * slope, 0.4, 0.95);

    // The four pixels of a quad share their taps where they see nearly the same of the map, each up to its own depth. Others take two
    // sets for themselves.
    float widest = min(p.depth, texel.w / reach);
    bool searches = p.inside && cosLight > 0.0;
    vec3 seen = vec3(p.uv / reach, p.depth);
    vec3 change = abs(dFdxFine(seen)) + abs(dFdyFine(seen));
    bool isNear = searches && max(change.x, max(change.y, change.z)) < 0.25 * widest;
    vec2 pixel = mod(floor(gl_FragCoord.xy), 2.0);
    vec2 other = 1.0 - 2.0 * pixel;
    bool shares = quadSum(isNear ? 1.0 : 0.0, other) > 3.5 && quadSum(float(view), other) == 4.0 * float(view);
    int set = shares ? int(pixel.x + 2.0 * pixel.y) : 0;
    int searched = set;
    int end = set + (searches && !shares ? 2 : 1);

    vec2 at = p.uv + tileCorner(view);
    // More taps near the middle: a blocker close by hides the light there or nowhere.
    float sum = 0.0;
    float found = 0.0;
    do
    {
        LightTaps taps = startSet(searched, float(searchTaps), 0.0, rectangle);
        [[unroll]]
        for (int i = 0; i < quadTaps; i++)
        {
            vec3 tap = nextTap(taps);
            tap *= sqrt(tap.z);
            float d = shadowDepth(at + (reachX * tap.x + reachY * tap.y) * widest, texel.z);
            bool hides = searches && d < min(p.depth - cone * tap.z * widest, 1.0);
            sum += hides ? p.depth - d : 0.0;
            found += hides ? 1.0 : 0.0;
        }
    } while (++searched < end);

    vec2 joint = vec2(quadSum(sum, other), quadSum(found, other));
    sum = shares ? joint.x : sum;
    found = shares ? joint.y : found;
    // The middle alone meets what is low, where the highest caster makes the search wide.
    float middle = shadowDepth(at, texel.z);
    bool hidesMiddle = searches && middle < min(p.depth, 1.0);
    sum += hidesMiddle ? 2.0 * (p.depth - middle) : 0.0;
    found += hidesMiddle ? 2.0 : 0.0;
    float all = (shares ? float(searchTaps) : float(2 * quadTaps)) + 2.0;

    // At contact the filter ends at the width of the tent.
    float gap = min(sum / max(found, 1.0), widest);
    float width = max(gap, 1.5 / (reach * size.x));
    bool shaded = found > 0.0;
    // Where a filter is much wider than a pixel, the quad shares its taps too: the shadow is the mean of four pixels'.
    bool isWide = shares && max(change.x, change.y) < 0.25 * width;
    bool joins = quadSum(isWide ? 1.0 : 0.0, other) > 3.5;
    width = joins ? 0.25 * quadSum(width, other) : width;
    // A loop costs the CPU driver what the longest of eight pixels needs: none where all is lit, few where all seems dark.
    float wanted = min(found < all ? 12.0 + 2.0 * width * reach * size.x : 16.0, mostTaps);
    int count = shaded ? int(joins ? 0.25 * wanted + 0.5 : wanted) : 0;
    count = joins ? int(quadSum(float(count), other) * 0.25) : count;
    float total = float(max(count, 1)) * (joins ? 4.0 : 1.0);
    LightTaps taps = startTaps(total, hole, rectangle);
    if (joins) taps = startSet(set, total, hole, rectangle);
    float lit = 0.0;
    do
    {
        vec3 tap = nextTap(taps);
        lit += shadowTap(at + (reachX * tap.x + reachY * tap.y) * width, texel.z, min(p.depth - cone * tap.z * gap, 1.0));
    } while (--count > 0);
    float jointLit = quadSum(lit, other);
    lit = (joins ? jointLit : lit) / total;
    // The search has a tap here and there: what only one of them meets comes in gently.
    return shaded ? mix(1.0, lit, min(found * 0.6, 1.0)) : 1.0;
}

float areaShadow(Light light, vec3 position, vec3 normal, float rectangle)
{
    vec3 d = light.position.xyz - position;
    vec3 toLight = d * inversesqrt(max(dot(d, d), 1e-8));
    float cosLight = clamp(dot(normal, toLight), 0.0, 1.0);
    return softShadow(light, lampView(light, position), true, position, normal, toLight, cosLight, light.right.xyz, light.up.xyz, light.cone.w * (1.0 - rectangle), rectangle);
}
#endif
