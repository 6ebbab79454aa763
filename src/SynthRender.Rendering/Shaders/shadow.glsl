#ifndef SHADOW_GLSL
#define SHADOW_GLSL
// Shadow views are tiles of one depth array's layers: one for most lights, up to four for a sun, six for a light that shines all around.
layout(set = FRAME_SET, binding = 1) uniform texture2DArray shadowMaps;
layout(set = FRAME_SET, binding = 2) uniform samplerShadow shadowSampler;
layout(set = FRAME_SET, binding = 6) uniform sampler shadowDepthSampler;

float shadowTap(vec2 uv, float layer, float depth)
{
    return texture(sampler2DArrayShadow(shadowMaps, shadowSampler), vec4(uv, layer, depth));
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

// A point as a shadow view sees it.
struct ShadowPoint
{
    vec2 uv;     // from the corner of the view's tile
    float depth; // above 1 behind all casters; compared with the farthest of them there
    vec2 slope;  // of the depth in the plane that the surface lies in, by texture coordinates
    float texel; // a texel's width, as a depth
    bool inside; // outside, nothing casts
};

// How much steeper than its distance a plane is followed by four texels, and by filters that look farther; what is steeper is made up for by
// moving the point off the surface.
const float steepestTexels = 2.0;
const float steepestFilter = 6.0;

// The point is moved towards the light by what its plane cannot know: bends within a texel, and how far a caster's surface may lie in
// another level of detail. A view sees it in the same place.
ShadowPoint shadowPoint(int view, bool isPerspective, vec3 position, vec4 plane, vec3 toLight, float steepest)
{
    vec4 texel = frame.shadows[view].texel;
    mat4 map = frame.shadows[view].mapFromWorld;
    float size = texel.x;
    if (isPerspective) size *= abs(dot(vec4(map[0].w, map[1].w, map[2].w, map[3].w), vec4(position, 1.0)));
    // A plane that the light grazes or sees from behind is bent until it is not quite edge-on.
    float cosLight = dot(plane.xyz, toLight);
    vec3 facing = cosLight < 0.03 ? normalize(plane.xyz + toLight * (0.03 - cosLight)) : plane.xyz;
    steepest *= plane.w;
    cosLight = max(cosLight, 0.03);
    float sine = sqrt(max(1.0 - cosLight * cosLight, 0.0));
    vec3 off = toLight * (size * 0.5 + frame.shadows[view].depth.z) + facing * (size * 3.0 * max(sine - steepest * cosLight, 0.0));
    vec3 x, y;
    across(facing, x, y);
    vec4 clip = map * vec4(position + off, 1.0);
    vec4 alongX = map * vec4(x, 0.0);
    vec4 alongY = map * vec4(y, 0.0);
    vec3 at = clip.xyz;
    if (isPerspective)
    {
        at /= clip.w;
        alongX.xyz -= at * alongX.w;
        alongY.xyz -= at * alongY.w;
    }

    vec4 along = map * vec4(toLight, 0.0);
    if (isPerspective) along.xyz = (along.xyz - at * along.w) / clip.w;
    float determinant = alongX.x * alongY.y - alongX.y * alongY.x;
    ShadowPoint p;
    p.uv = at.xy;
    p.depth = at.z;
    p.texel = abs(along.z) * size;
    p.slope = vec2(alongX.z * alongY.y - alongY.z * alongX.y, alongX.x * alongY.z - alongY.x * alongX.z) * (min(1.0, steepest * cosLight / max(sine, 1e-3)) / determinant);
    p.inside = (!isPerspective || clip.w > 0.0) && at.z >= 0.0 && all(greaterThanEqual(at.xy, vec2(0.0))) && all(lessThanEqual(at.xy, frame.shadows[view].depth.yy)) && texel.z >= 0.0;
    return p;
}

// The same where texels are no larger than a few pixels: cheaper, and without a plane. The point is moved along the normal by the width
// that the filter sees, more at grazing light.
ShadowPoint liftedPoint(int view, bool isPerspective, vec3 position, vec3 normal, vec3 toLight)
{
    vec4 texel = frame.shadows[view].texel;
    mat4 map = frame.shadows[view].mapFromWorld;
    float size = texel.x;
    if (isPerspective) size *= abs(dot(vec4(map[0].w, map[1].w, map[2].w, map[3].w), vec4(position, 1.0)));
    float cosLight = clamp(dot(normal, toLight), 0.0, 1.0);
    float sine = sqrt(max(1.0 - cosLight * cosLight, 0.0));
    vec3 moved = position + normal * (size * (0.5 + 2.5 * sine)) + toLight * (size * 0.5 + frame.shadows[view].depth.z);
    vec4 clip = map * vec4(moved, 1.0);
    vec3 at = clip.xyz;
    if (isPerspective) at /= clip.w;
    ShadowPoint p;
    p.uv = at.xy;
    p.depth = at.z;
    p.slope = vec2(0.0);
    p.texel = 0.0;
    p.inside = (!isPerspective || clip.w > 0.0) && at.z >= 0.0 && all(greaterThanEqual(at.xy, vec2(0.0))) && all(lessThanEqual(at.xy, frame.shadows[view].depth.yy)) && texel.z >= 0.0;
    return p;
}

// A 3×3 tent in four bilinear comparisons (Castaño, Shadow Mapping Summary, 2013).
float shadowTent(vec2 uv, float layer, float depth)
{
    vec2 size = vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);
    vec2 texel = uv * size;
    vec2 base = floor(texel + 0.5);
    vec2 f = texel + 0.5 - base;
    base = (base - 0.5) / size;
    vec2 w0 = 3.0 - 2.0 * f;
    vec2 w1 = 1.0 + 2.0 * f;
    vec2 o0 = ((2.0 - f) / w0 - 1.0) / size + base;
    vec2 o1 = (f / w1 + 1.0) / size + base;
    return (w0.x * w0.y * shadowTap(vec2(o0.x, o0.y), layer, depth)
        + w1.x * w0.y * shadowTap(vec2(o1.x, o0.y), layer, depth)
        + w0.x * w1.y * shadowTap(vec2(o0.x, o1.y), layer, depth)
        + w1.x * w1.y * shadowTap(vec2(o1.x, o1.y), layer, depth)) * (1.0 / 16.0);
}

// The four texels around a point, each compared with the depth that the surface's plane has in its middle: what lies in the plane is lit
// at any angle, and what stands on it shades it from its foot on. A texel beside the point must stand out by more than one in it, so that
// a corner that faces the light stays lit.
float shadowTexels(ShadowPoint p, vec2 corner, float layer)
{
    vec2 size = vec2(textureSize(sampler2DArrayShadow(shadowMaps, shadowSampler), 0).xy);
    vec2 texel = (p.uv + corner) * size;
    vec2 base = floor(texel + 0.5);
    vec2 f = texel + 0.5 - base;
    vec2 slope = p.slope / size;
    // A gather begins at the left end of the second row and goes round to the left end of the first.
    vec4 x = vec4(-f.x, 1.0 - f.x, 1.0 - f.x, -f.x);
    vec4 y = vec4(1.0 - f.y, 1.0 - f.y, -f.y, -f.y);
    vec4 depth = textureGather(sampler2DArray(shadowMaps, shadowDepthSampler), vec3(base / size, layer));
    vec4 plane = min(p.depth + slope.x * x + slope.y * y - p.texel * max(abs(x), abs(y)), vec4(1.0));
    return dot(step(plane, depth), (1.0 - abs(x)) * (1.0 - abs(y)));
}

// The corner of a view's tile.
vec2 tileCorner(int view)
{
    return vec2(frame.shadows[view].texel.y, frame.shadows[view].depth.w);
}

int cubeFace(vec3 d)
{
    vec3 a = abs(d);
    return a.x >= a.y && a.x >= a.z ? (d.x > 0.0 ? 0 : 1) : a.y >= a.z ? (d.y > 0.0 ? 2 : 3) : (d.z > 0.0 ? 4 : 5);
}

// The view of a lamp that shows a position: the finest of those that are fitted to what is seen, else the one view or cube's face
// that holds all that casts.
int lampView(Light light, vec3 position)
{
    int first = int(light.color.w);
    int fitted = int(abs(light.cone.z)) >> 3;
    int view = first + fitted + (light.cone.z < 0.0 ? cubeFace(position - light.position.xyz) : 0);
    int i = fitted - 1;
    int end = opaqueZero();
    do
    {
        int candidate = first + max(i, 0);
        vec4 clip = frame.shadows[candidate].mapFromWorld * vec4(position, 1.0);
        vec2 off = abs(clip.xy * (2.0 / frame.shadows[candidate].depth.y) - clip.w);
        view = i >= 0 && max(off.x, off.y) < 0.97 * clip.w ? candidate : view;
        i--;
    } while (i >= end);
    return view;
}

// The part of the light that arrives, 0 to 1, where one map is fine enough.
float tentShadow(int view, bool isPerspective, vec3 position, vec3 normal, vec3 toLight)
{
    ShadowPoint p = liftedPoint(view, isPerspective, position, normal, toLight);
    float lit = shadowTent(p.uv + tileCorner(view), frame.shadows[view].texel.z, min(p.depth, 1.0));
    return p.inside ? lit : 1.0;
}

// The view of a lamp that has one that holds all that casts, or a cube.
int wholeView(Light light, vec3 position)
{
    return int(light.color.w) + (light.cone.z < 0.0 ? cubeFace(position - light.position.xyz) : 0);
}

// The part of the light that arrives, 0 to 1.
float sharpShadow(int view, bool isPerspective, vec3 position, vec4 plane, vec3 toLight)
{
    ShadowPoint p = shadowPoint(view, isPerspective, position, plane, toLight, steepestTexels);
    float lit = shadowTexels(p, tileCorner(view), frame.shadows[view].texel.z);
    return p.inside ? lit : 1.0;
}

// The finest view of a sun that holds a position.
int cascadeView(int first, int views, vec3 position)
{
    int view = first + views - 1;
    int i = view - 1;
    int end = first + opaqueZero();
    do
    {
        vec2 uv = (frame.shadows[max(i, first)].mapFromWorld * vec4(position, 1.0)).xy;
        vec2 off = abs(uv * (2.0 / frame.shadows[max(i, first)].depth.y) - 1.0);
        view = i >= first && max(off.x, off.y) < 0.98 ? i : view;
        i--;
    } while (i >= end);
    return view;
}

float cascadeShadow(Light light, vec3 position, vec4 plane, vec3 toLight)
{
    return sharpShadow(cascadeView(int(light.color.w), int(light.cone.z), position), false, position, plane, toLight);
}
#endif
