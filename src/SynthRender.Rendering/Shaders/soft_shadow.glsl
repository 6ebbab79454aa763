#ifndef SOFT_SHADOW_GLSL
#define SOFT_SHADOW_GLSL
// Penumbras: how much of the light's disc or panel is seen (Fernando, Percentage-Closer Soft Shadows, 2005), with taps that lie in the
// light's own shape and a comparison that takes in only what can hide the light: blockers within the cone from the point to the light.
//
// In a view's depth d (linear in distance for a sun, in 1/distance for others) a blocker at d hides the part l of the light, in units
// of its half extents, where the map is moved by (receiver − d)·l·reach, with one reach for all blockers.
#include "shadow.glsl"

const int searchTaps = 24;
const int quadTaps = searchTaps / 4;
const float mostTaps = 56.0;

const int lowTaps = 12;

// A blocker farther out than this part of its height over the surface, in units of the light's cone, hides none of the light.
const float leastCone = 0.4;

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

// The least of a quad's four.
float quadLeast(float value, vec2 other)
{
    value = min(value, value + other.x * dFdxFine(value));
    return min(value, value + other.y * dFdyFine(value));
}

// The part of the light that is seen, 0 to 1. The axes are half the light's extents, metres (tangents for a sun).
float softShadow(
    bool follows, int view, bool isPerspective, vec3 position, vec3 normal, vec4 plane, vec3 toLight, float cosLight, vec3 axisX, vec3 axisY,
    float hole, float rectangle)
{
    ShadowPoint p;
    if (follows) p = shadowPoint(view, isPerspective, position, plane, toLight, steepestFilter);
    else p = liftedPoint(view, isPerspective, position, normal, toLight);
    mat4 map = frame.shadows[view].mapFromWorld;
    vec4 texel = frame.shadows[view].texel;
    vec4 gx = map * vec4(axisX, 0.0);
    vec4 gy = map * vec4(axisY, 0.0);
    float range = frame.shadows[view].depth.x;
    vec2 reachX = (isPerspective ? gx.xy - p.uv * gx.w : gx.xy) * range;
    vec2 reachY = (isPerspective ? gy.xy - p.uv * gy.w : gy.xy) * range;
    float reach = sqrt(max(dot(reachX, reachX), dot(reachY, reachY))) + 1e-9;
    vec2 size = vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);

    // What lies in the surface's own plane does not shade it, whatever the angle; a texel knows it to half its width. Without a plane:
    // where the surface is steep against the cone to the light, only what stands out of it may shade it.
    float halfTexel = dot(abs(p.slope), 0.5 / size);
    float cone = leastCone;
    if (!follows)
    {
        float slope = sqrt(max(1.0 - cosLight * cosLight, 0.0)) / max(cosLight, 1e-3) * length(axisX);
        if (isPerspective) slope /= length(position - frame.shadows[view].source.xyz);
        cone = clamp(1.2 * slope, leastCone, 0.95);
    }

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

    vec2 corner = tileCorner(view);
    // More taps near the middle: a blocker close by hides the light there or nowhere.
    float sum = 0.0;
    float found = 0.0;
    float low = 1e9;
    do
    {
        LightTaps taps = startSet(searched, float(searchTaps), 0.0, rectangle);
        [[unroll]]
        for (int i = 0; i < quadTaps; i++)
        {
            vec3 tap = nextTap(taps);
            tap *= sqrt(tap.z);
            vec2 off = (reachX * tap.x + reachY * tap.y) * widest;
            float d = shadowDepth(p.uv + corner + off, texel.z);
            bool hides = searches && d < min(p.depth + min(dot(p.slope, off) - halfTexel, -cone * tap.z * widest), 1.0);
            sum += hides ? p.depth - d : 0.0;
            found += hides ? 1.0 : 0.0;
            low = hides ? min(low, p.depth - d) : low;
        }
    } while (++searched < end);

    vec2 joint = vec2(quadSum(sum, other), quadSum(found, other));
    float jointLow = quadLeast(low, other);
    low = shares ? jointLow : low;
    sum = shares ? joint.x : sum;
    found = shares ? joint.y : found;
    // The middle alone meets what is low, where the highest caster makes the search wide.
    float middle = shadowDepth(p.uv + corner, texel.z);
    bool hidesMiddle = searches && middle < min(p.depth, 1.0);
    low = hidesMiddle ? min(low, p.depth - middle) : low;
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
        vec2 off = (reachX * tap.x + reachY * tap.y) * width;
        lit += shadowTap(p.uv + corner + off, texel.z, min(p.depth + min(dot(p.slope, off) - 2.0 * halfTexel, -cone * tap.z * gap), 1.0));
    } while (--count > 0);
    float jointLit = quadSum(lit, other);
    lit = (joins ? jointLit : lit) / total;

    if (follows)
    {
        // What stands at the point hides the light where the filter for what hangs high over it does not look.
        bool isLow = shaded && low < 0.6 * gap;
        float lowWidth = max(low, 0.75 / (reach * size.x));
        float lowLit = 0.0;
        int lowCount = isLow ? lowTaps : 1;
        taps = startTaps(float(lowTaps), hole, rectangle);
        do
        {
            vec3 tap = nextTap(taps);
            vec2 off = (reachX * tap.x + reachY * tap.y) * lowWidth;
            lowLit += shadowTap(p.uv + corner + off, texel.z, min(p.depth + min(dot(p.slope, off) - 2.0 * halfTexel, -cone * tap.z * low), 1.0));
        } while (--lowCount > 0);
        lit = isLow ? min(lit, lowLit / float(lowTaps)) : lit;
    }

    // The search has a tap here and there: what only one of them meets comes in gently.
    return shaded ? mix(1.0, lit, min(found * 0.6, 1.0)) : 1.0;
}

float areaShadow(Light light, vec3 position, vec3 normal, vec4 plane, float rectangle)
{
    vec3 d = light.position.xyz - position;
    vec3 toLight = d * inversesqrt(max(dot(d, d), 1e-8));
    float cosLight = clamp(dot(normal, toLight), 0.0, 1.0);
    return softShadow(true, lampView(light, position), true, position, normal, plane, toLight, cosLight, light.right.xyz, light.up.xyz, max(light.cone.w, 0.0), rectangle);
}

// Taps beyond a view's border see what lies at it.
vec2 inTile(vec2 uv, int view)
{
    vec2 border = vec2(0.5) / vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);
    return clamp(uv, border, frame.shadows[view].depth.yy - border);
}

// What a part of a split light gives a point, and how much of that arrives.
struct PartLight
{
    float full;
    float arriving;
    float width;  // of its penumbra, metres at a distance of 1; large where there is none
};

PartLight fromPart(Light light, int part, vec3 position, vec3 normal, vec4 plane, float rectangle)
{
    int levels = int(light.cone.z) & 3;
    int view = int(light.color.w) + part * levels;
    vec3 d = frame.shadows[view].source.xyz - position;
    float inverse2 = 1.0 / max(dot(d, d), 1e-8);
    vec3 toLight = d * sqrt(inverse2);
    float cosSource = -dot(light.direction.xyz, toLight);
    PartLight result;
    result.full = max(dot(normal, toLight), 0.0) * max(mix(cosSource, abs(cosSource), light.right.w), 0.0) * inverse2;

    ShadowPoint p = shadowPoint(view, true, position, plane, toLight, steepestFilter);
    ShadowPoint wide = shadowPoint(view + levels - 1, true, position, plane, toLight, steepestFilter);
    vec2 off = abs(p.uv * (2.0 / frame.shadows[view].depth.y) - 1.0);
    bool isFine = p.inside && max(off.x, off.y) < 0.95;
    if (!isFine) p = wide;
    view = isFine ? view : view + levels - 1;

    mat4 map = frame.shadows[view].mapFromWorld;
    vec4 texel = frame.shadows[view].texel;
    vec2 corner = tileCorner(view);
    vec4 gx = map * vec4(light.right.xyz * light.position.w, 0.0);
    vec4 gy = map * vec4(light.up.xyz * light.up.w, 0.0);
    vec2 reachX = (gx.xy - p.uv * gx.w) * frame.shadows[view].depth.x;
    vec2 reachY = (gy.xy - p.uv * gy.w) * frame.shadows[view].depth.x;
    float reach = sqrt(max(dot(reachX, reachX), dot(reachY, reachY))) + 1e-9;
    vec2 size = vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);
    float halfTexel = dot(abs(p.slope), 0.5 / size);
    float widest = min(p.depth, texel.w / reach);

    float low = 1e9;
    [[unroll]]
    for (int i = 0; i < 5; i++)
    {
        vec2 tap = i == 0 ? vec2(0.0) : vec2((i & 1) == 0 ? -0.5 : 0.5, i < 3 ? -0.5 : 0.5);
        float far = i == 0 ? 0.0 : 0.7 * leastCone;
        vec2 off = (reachX * tap.x + reachY * tap.y) * widest;
        float depth = shadowDepth(inTile(p.uv + off, view) + corner, texel.z);
        bool hides = depth < min(p.depth + min(dot(p.slope, off) - halfTexel, -far * widest), 1.0);
        low = hides ? min(low, p.depth - depth) : low;
    }

    // The blocker nearest to the point decides: a filter that is too narrow is made up for by the other parts, one that is too wide
    // lets light through at contact. Each part has taps of its own, so that an edge meets one after the other.
    float width = max(min(low, widest), 0.7 / (reach * size.x));
    vec2 turn = fract(float(part) * vec2(0.61803399, 0.75487767)) * 0.5 - 0.25;
    float lit = 0.0;
    [[unroll]]
    for (int i = 0; i < 4; i++)
    {
        vec2 tap = i == 0 ? vec2(0.25, 0.75) : i == 1 ? vec2(-0.75, 0.25) : i == 2 ? vec2(-0.25, -0.75) : vec2(0.75, -0.25);
        tap = (tap + turn) * mix(0.88, 1.0, rectangle);
        vec2 off = (reachX * tap.x + reachY * tap.y) * width;
        lit += shadowTap(inTile(p.uv + off, view) + corner, texel.z, min(p.depth + dot(p.slope, off) - 2.0 * halfTexel, 1.0));
    }

    bool shaded = p.inside && low < 1e9;
    result.arriving = result.full * (shaded ? lit * 0.25 : 1.0);
    result.width = shaded ? width * reach * size.x * texel.x : 1e9;
    return result;
}

// Of a light so wide that its middle does not see what the rest of it sees: each part has maps of its own. Pixels of a quad take a
// fourth of the parts each where they lie in one plane, and the penumbra is wide or there is none.
float splitShadow(Light light, vec3 position, vec3 normal, vec4 plane, float rectangle)
{
    int parts = int(light.cone.z) >> 2;
    ivec2 pixel = ivec2(gl_FragCoord.xy) & 1;
    int set = pixel.x + 2 * pixel.y;
    vec2 other = 1.0 - 2.0 * vec2(pixel);
    float full = 0.0;
    float arriving = 0.0;
    float width = 1e9;
    int part = set;
    do
    {
        PartLight one = fromPart(light, part, position, normal, plane, rectangle);
        full += one.full;
        arriving += one.arriving;
        width = min(width, one.width);
        part += 4;
    } while (part < parts);

    vec3 dx = dFdxFine(position);
    vec3 dy = dFdyFine(position);
    float pixelSize = sqrt(max(dot(dx, dx), dot(dy, dy)));
    vec3 toMiddle = light.position.xyz - position;
    bool flatHere = max(abs(dot(dx, plane.xyz)), abs(dot(dy, plane.xyz))) < 0.2 * pixelSize;
    bool isWide = width * sqrt(dot(toMiddle, toMiddle)) > 2.5 * pixelSize;
    float jointFull = quadSum(full, other);
    float jointArriving = quadSum(arriving, other);
    bool even = jointArriving >= jointFull * 0.9999 || jointArriving <= jointFull * 0.0001;
    bool joins = quadSum(flatHere && (even || isWide) ? 1.0 : 0.0, other) > 3.5;
    int i = 0;
    int end = joins ? 1 : parts;
    float allFull = 0.0;
    float allArriving = 0.0;
    do
    {
        bool isOwn = (i & 3) == set;
        PartLight one = fromPart(light, i, position, normal, plane, rectangle);
        allFull += isOwn ? 0.0 : one.full;
        allArriving += isOwn ? 0.0 : one.arriving;
    } while (++i < end);
    full = joins ? jointFull : full + allFull;
    arriving = joins ? jointArriving : arriving + allArriving;
    return full > 0.0 ? arriving / full : 1.0;
}
#endif
