// Light from behind a surface (KHR_materials_transmission, KHR_materials_volume): the picture of what is opaque, blurred.
layout(set = 3, binding = 0) uniform texture2D radianceBehind; // with mips; a: 1/planar depth
layout(set = 3, binding = 1) uniform sampler behindSampler;

// A uniform cubic B-spline over one level in four bilinear taps (Sigg and Hadwiger, GPU Gems 2, chapter 20): the mips' boxes do not show.
vec3 behindSmoothed(vec2 uv, float level)
{
    // The level's size by arithmetic: where levels differ from pixel to pixel, Mesa's CPU driver answers textureSize for one of them.
    vec2 size = vec2(textureSize(sampler2D(radianceBehind, behindSampler), 0));
    size = max(floor(size * intBitsToFloat((127 - int(level)) << 23)), 1.0);
    vec2 texel = uv * size - 0.5;
    vec2 base = floor(texel);
    vec2 f = texel - base;
    vec2 f2 = f * f;
    vec2 f3 = f2 * f;
    vec2 w0 = (1.0 - 3.0 * f + 3.0 * f2 - f3) * (1.0 / 6.0);
    vec2 w1 = (4.0 - 6.0 * f2 + 3.0 * f3) * (1.0 / 6.0);
    vec2 w3 = f3 * (1.0 / 6.0);
    vec2 g0 = w0 + w1;
    vec2 g1 = 1.0 - g0;
    vec2 h0 = (base - 0.5 + w1 / g0) / size;
    vec2 h1 = (base + 1.5 + w3 / g1) / size;
    return g0.y * (g0.x * textureLod(sampler2D(radianceBehind, behindSampler), h0, level).rgb
            + g1.x * textureLod(sampler2D(radianceBehind, behindSampler), vec2(h1.x, h0.y), level).rgb)
        + g1.y * (g0.x * textureLod(sampler2D(radianceBehind, behindSampler), vec2(h0.x, h1.y), level).rgb
            + g1.x * textureLod(sampler2D(radianceBehind, behindSampler), h1, level).rgb);
}

vec3 transmitted(Surface s, vec3 position, vec3 view)
{
    if (!hasTransmission) return vec3(0.0);
    vec3 right = frame.rayPerX.xyz;
    vec3 down = frame.rayPerY.xyz;
    vec3 forward = normalize(cross(right, down));
    float ior = layer.transmission.z;

    // Thin walls let light pass straight on; a volume bends it, and is left where the bent ray has gone its thickness.
    vec3 bent = refract(-view, s.normal, 1.0 / ior) * s.thickness;
    vec3 exit = position + bent;
    float depth = max(dot(exit, forward), 1e-4);
    vec3 across = exit / depth - frame.ray.xyz;
    vec2 pixel = vec2(dot(across, right) / dot(right, right), dot(across, down) / dot(down, down));
    vec2 uv = pixel / vec2(frame.rayPerX.w, frame.rayPerY.w);

    // The median of a GGX lobe is a half vector of slope alpha, so a ray turned by twice that angle: 1.7·alpha is the deviation of
    // the normal distribution with the same median. It opens up on the way from the surface to what is behind, whose distance
    // is read from the level that the widest blur would use. At an index of 1 there is no surface, and so no blur.
    float alpha = s.roughness * s.roughness * clamp(2.0 * ior - 2.0, 0.0, 1.0);
    float widest = 1.7 * alpha / length(right);
    float levels = log2(max(frame.rayPerX.w, frame.rayPerY.w));
    float gapLevel = clamp(log2(max(widest, 1.0)), 0.0, levels - 2.0);
    float gap = 1.0 - depth * textureLod(sampler2D(radianceBehind, behindSampler), uv, gapLevel).a;
    float deviation = widest * clamp(gap, 0.0, 1.0);

    // A level's boxes and spline together have a deviation of 0.645 of its texels.
    float level = clamp(log2(max(deviation, 0.645) / 0.645), 0.0, levels - 1.0);
    float whole = floor(level);
    vec3 blurred = mix(behindSmoothed(uv, whole), behindSmoothed(uv, whole + 1.0), level - whole);
    vec3 sharp = textureLod(sampler2D(radianceBehind, behindSampler), uv, 0.0).rgb;
    vec3 light = mix(sharp, blurred, clamp(deviation / 0.645, 0.0, 1.0));
    return light * exp(-layer.absorption.rgb * length(bent));
}
