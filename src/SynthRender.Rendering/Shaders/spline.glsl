#ifndef SPLINE_GLSL
#define SPLINE_GLSL
// A uniform cubic B-spline over one level in four bilinear taps (Sigg and Hadwiger, GPU Gems 2, chapter 20): the mips' boxes do not show.
vec3 splineSmoothed(texture2D image, sampler how, vec2 uv, float level)
{
    // The level's size by arithmetic: where levels differ from pixel to pixel, Mesa's CPU driver answers textureSize for one of them.
    vec2 size = vec2(textureSize(sampler2D(image, how), 0));
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
    return g0.y * (g0.x * textureLod(sampler2D(image, how), h0, level).rgb
            + g1.x * textureLod(sampler2D(image, how), vec2(h1.x, h0.y), level).rgb)
        + g1.y * (g0.x * textureLod(sampler2D(image, how), vec2(h0.x, h1.y), level).rgb
            + g1.x * textureLod(sampler2D(image, how), h1, level).rgb);
}
#endif
