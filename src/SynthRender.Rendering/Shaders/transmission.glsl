// Light from behind a surface (KHR_materials_transmission, KHR_materials_volume): the picture of what is opaque, blurred.
layout(set = 3, binding = 0) uniform texture2D radianceBehind; // with mips; a: 1/planar depth
layout(set = 3, binding = 1) uniform sampler behindSampler;
#include "spline.glsl"

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

    // The median slope of GGX facets is alpha, so that 0.85·alpha is the deviation of the normal distribution with the same median.
    // Thin walls scatter as they reflect (KHR_materials_transmission): a ray turns by twice a facet's angle; at an index of 1 there is no
    // surface, and so no blur. A volume is entered and left through facets that each refract (KHR_materials_volume): seen from outside
    // a facet turns a ray by its angle times the index less 1, and the two add up as deviations do.
    float thin = 2.0 * clamp(2.0 * ior - 2.0, 0.0, 1.0);
    float volume = 1.414 * (ior - 1.0);
    float turn = 0.85 * s.roughness * s.roughness * (layer.transmission.y > 0.0 ? volume : thin);
    // It opens up on the way from the surface to what is behind, whose distance is read from the level that the widest blur would use.
    float widest = turn / length(right);
    float levels = log2(max(frame.rayPerX.w, frame.rayPerY.w));
    float gapLevel = clamp(log2(max(widest, 1.0)), 0.0, levels - 2.0);
    float gap = 1.0 - depth * textureLod(sampler2D(radianceBehind, behindSampler), uv, gapLevel).a;
    float deviation = widest * clamp(gap, 0.0, 1.0);

    // A level's boxes and spline together have a deviation of 0.645 of its texels.
    float level = clamp(log2(max(deviation, 0.645) / 0.645), 0.0, levels - 1.0);
    float whole = floor(level);
    vec3 blurred = mix(splineSmoothed(radianceBehind, behindSampler, uv, whole), splineSmoothed(radianceBehind, behindSampler, uv, whole + 1.0), level - whole);
    vec3 sharp = textureLod(sampler2D(radianceBehind, behindSampler), uv, 0.0).rgb;
    vec3 light = mix(sharp, blurred, clamp(deviation / 0.645, 0.0, 1.0));
    return light * exp(-layer.absorption.rgb * length(bent));
}
