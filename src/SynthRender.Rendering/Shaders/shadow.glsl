#ifndef SHADOW_GLSL
#define SHADOW_GLSL
// Shadow views are tiles of one depth array's layers: one for most lights, up to four for a sun, six for a light that shines all around.
layout(set = FRAME_SET, binding = 1) uniform texture2DArray shadowMaps;
layout(set = FRAME_SET, binding = 2) uniform samplerShadow shadowSampler;

float shadowTap(vec2 uv, float layer, float depth)
{
    return texture(sampler2DArrayShadow(shadowMaps, shadowSampler), vec4(uv, layer, depth));
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

// A point as a shadow view sees it.
struct ShadowPoint
{
    vec2 uv;     // from the corner of the view's tile
    float depth; // above 1 behind all casters; compared with the farthest of them there
    bool inside; // outside, nothing casts
};

// The position is moved along the normal by the width that the filter sees, more at grazing light, so that a surface does not
// shade itself; and towards the light, past where a caster's surface may lie in another level of detail.
ShadowPoint shadowPoint(int view, bool isPerspective, vec3 position, vec3 normal, vec3 toLight, float cosLight)
{
    vec4 texel = frame.shadows[view].texel;
    mat4 map = frame.shadows[view].mapFromWorld;
    float size = texel.x;
    if (isPerspective) size *= abs(dot(vec4(map[0].w, map[1].w, map[2].w, map[3].w), vec4(position, 1.0)));
    float sine = sqrt(max(1.0 - cosLight * cosLight, 0.0));
    vec3 moved = position + normal * (size * (0.5 + 2.5 * sine)) + toLight * (size * 0.5 + frame.shadows[view].depth.z);
    ShadowPoint p;
    vec4 clip = map * vec4(moved, 1.0);
    vec3 at = clip.xyz;
    if (isPerspective) at /= clip.w;
    p.uv = at.xy;
    p.depth = at.z;
    p.inside = (!isPerspective || clip.w > 0.0) && at.z >= 0.0 && all(greaterThanEqual(at.xy, vec2(0.0))) && all(lessThanEqual(at.xy, frame.shadows[view].depth.yy)) && texel.z >= 0.0;
    return p;
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

// The view of a lamp that has one, or a cube.
int lampView(Light light, vec3 position)
{
    return int(light.color.w) + (light.cone.z < 0.0 ? cubeFace(position - light.position.xyz) : 0);
}

// The part of the light that arrives, 0 to 1.
float sharpShadow(int view, bool isPerspective, vec3 position, vec3 normal, vec3 toLight, float cosLight)
{
    ShadowPoint p = shadowPoint(view, isPerspective, position, normal, toLight, cosLight);
    float lit = shadowTent(p.uv + tileCorner(view), frame.shadows[view].texel.z, min(p.depth, 1.0));
    return p.inside ? lit : 1.0;
}

// How near to its border a position lies in a view of a sun: 0 in the middle, 1 at the border.
float eccentricity(int view, vec3 position)
{
    vec2 uv = (frame.shadows[view].mapFromWorld * vec4(position, 1.0)).xy;
    vec2 off = abs(uv * (2.0 / frame.shadows[view].depth.y) - 1.0);
    return max(off.x, off.y);
}

// The finest view that holds a position; the fraction is how far it is into the blend with the next one.
int cascadeView(int first, int views, vec3 position, out float fraction)
{
    int view = first + views - 1;
    fraction = 0.0;
    int i = view - 1;
    int end = first + opaqueZero();
    do
    {
        float e = eccentricity(max(i, first), position);
        bool holds = e < 0.98 && i >= first;
        view = holds ? i : view;
        fraction = holds ? clamp((e - 0.8) / 0.18, 0.0, 1.0) : fraction;
        i--;
    } while (i >= end);
    return view;
}

float cascadeShadow(Light light, vec3 position, vec3 normal, vec3 toLight, float cosLight)
{
    float fraction;
    int last = int(light.color.w) + int(light.cone.z) - 1;
    int view = cascadeView(int(light.color.w), int(light.cone.z), position, fraction);
    float fine = sharpShadow(view, false, position, normal, toLight, cosLight);
    float coarse = sharpShadow(min(view + 1, last), false, position, normal, toLight, cosLight);
    return mix(fine, coarse, fraction);
}
#endif
