// Shadow views are layers of one depth array: one for a directional or spot light, six for a point light.
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

// The part of the light that arrives, 0 to 1. The position is moved along the normal by the width that the filter sees, more
// at grazing light, so that a surface does not shade itself.
float shadow(Light light, vec3 position, vec3 normal, vec3 toLight, float cosLight)
{
    int view = int(light.color.w);
    if (light.cone.z + float(opaqueZero()) > 1.5)
    {
        vec3 d = position - light.position.xyz;
        vec3 a = abs(d);
        int face = a.x >= a.y && a.x >= a.z ? (d.x > 0.0 ? 0 : 1) : a.y >= a.z ? (d.y > 0.0 ? 2 : 3) : (d.z > 0.0 ? 4 : 5);
        view += face;
    }
    vec4 texels = frame.shadowTexels[view];
    float size = texels.x;
    if (texels.y + float(opaqueZero()) > 0.5) size *= length(position - light.position.xyz);
    float sine = sqrt(max(1.0 - cosLight * cosLight, 0.0));
    vec3 moved = position + normal * (size * (0.5 + 2.5 * sine)) + toLight * (size * 0.5);
    vec4 p = frame.shadowFromWorld[view] * vec4(moved, 1.0);
    p.xyz /= p.w;
    // Depth spans the casters: what lies behind them all is compared with the farthest of them.
    if (any(lessThan(p.xyz, vec3(0.0))) || any(greaterThan(p.xy, vec2(1.0)))) return 1.0;
    return shadowTent(p.xy, float(view), min(p.z, 1.0));
}
