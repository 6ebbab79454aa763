// A sky by Preetham, Shirley and Smits, A Practical Analytic Model for Daylight, SIGGRAPH 1999, with a layer of clouds below it.
// Parameters (Environments/SkyParameters.cs):
//   [0] towards the sun; w: share of the sky under clouds   [1]…[5] the model's A…E for Y, x, y   [6] its Y (as radiance), x, y at F = 1
//   [7] radiance of the ground; w: cosine of the sun's radius   [8] radiance of a lit cloud; w: seed
//   [9] of a cloud's dark side; w: cloud cells a height        [10] radiance of the sun's disc; w: its radius in radians
#include "environment_frame.glsl"
#include "noise.glsl"
#include "opaque.glsl"

#define PARAMETER(i) frame.environmentParameters[i]

vec3 linearFromYxy(vec3 c)
{
    float perY = c.x / max(c.z, 1e-4);
    vec3 xyz = vec3(c.y * perY, c.x, (1.0 - c.y - c.z) * perY);
    // XYZ to linear sRGB, IEC 61966-2-1.
    return max(vec3(
        dot(xyz, vec3(3.2406, -1.5372, -0.4986)),
        dot(xyz, vec3(-0.9689, 1.8758, 0.0415)),
        dot(xyz, vec3(0.0557, -0.2040, 1.0570))), 0.0);
}

vec3 clearSky(float up, float cosSun)
{
    float angle = acos(clamp(cosSun, -1.0, 1.0));
    vec3 f = (1.0 + PARAMETER(1).xyz * exp(PARAMETER(2).xyz / max(up, 0.02)))
        * (1.0 + PARAMETER(3).xyz * exp(PARAMETER(4).xyz * angle) + PARAMETER(5).xyz * (cosSun * cosSun));
    return linearFromYxy(PARAMETER(6).xyz * f);
}

// x: thickness of the clouds above a direction, 0 to 1; y: how much of them lies towards the sun.
vec2 clouds(vec3 direction, float spread)
{
    uint seed = floatBitsToUint(PARAMETER(8).w);
    // Where the view meets a layer that bends away at the horizon.
    vec2 p = direction.xz * (PARAMETER(9).w / (direction.y + 0.12));
    vec2 towardsSun = PARAMETER(0).xz * 0.25;
    float cell = PARAMETER(9).w * spread / ((direction.y + 0.12) * (direction.y + 0.12));
    vec2 sum = vec2(0.0);
    float weight = 0.55;
    for (int octave = 0; octave < 5; octave++)
    {
        // Detail finer than a pixel is left out.
        float seen = weight * clamp(2.0 - 2.0 * cell, 0.0, 1.0);
        sum += seen * vec2(gradientNoise(p, seed), octave < 3 ? gradientNoise(p + towardsSun, seed) : 0.0);
        p = mat2(1.6, 1.2, -1.2, 1.6) * p;
        towardsSun *= 1.6;
        cell *= 2.0;
        weight *= 0.5;
        seed += 1u;
    }

    // Fractal noise of this kind lies within ±0.5 nearly always: the threshold moves through it with the cover.
    float threshold = 0.55 - 1.1 * PARAMETER(0).w;
    return clamp((sum - threshold) * 3.0, 0.0, 1.0);
}

vec3 environmentRadiance(vec3 direction, float spread)
{
    float up = direction.y;
    vec3 above = normalize(vec3(direction.x, max(up, 0.0), direction.z));
    float cosSun = dot(above, PARAMETER(0).xyz);
    vec3 sky = clearSky(above.y, cosSun);
    vec3 haze = sky;
    float disc = smoothstep(-1.0, 1.0, (dot(direction, PARAMETER(0).xyz) - PARAMETER(7).w) / (PARAMETER(10).w * spread));
    sky += SUN_DISC * disc * PARAMETER(10).rgb;
    if (PARAMETER(0).w + float(opaqueZero()) > 0.0)
    {
        vec2 c = clouds(above, spread);
        // Around the sun the clouds are thin unless all is overcast; far away they fade into the haze.
        float clearing = smoothstep(0.75, 1.0, cosSun) * (1.0 - smoothstep(0.5, 1.0, PARAMETER(0).w));
        float thickness = c.x * (1.0 - clearing);
        float alpha = (1.0 - exp(-4.0 * thickness)) * smoothstep(0.0, 0.12, above.y + 0.1 * PARAMETER(0).w * PARAMETER(0).w);
        float lit = exp(-1.6 * c.y) * (0.75 + 0.25 * cosSun);
        vec3 cloud = mix(PARAMETER(9).rgb, PARAMETER(8).rgb, lit) * (0.55 + 0.45 * above.y);
        // Light through the thin edges near the sun.
        cloud += PARAMETER(8).rgb * pow(max(cosSun, 0.0), 16.0) * (1.0 - thickness) * 0.8;
        sky = mix(sky, cloud, alpha);
        haze = mix(haze, cloud, alpha);
    }

    return mix(mix(PARAMETER(7).rgb, haze, 0.15), sky, smoothstep(-0.03, 0.004, up));
}
