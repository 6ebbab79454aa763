#ifndef TONE_GLSL
#define TONE_GLSL
// Tone curves (Cameras/ToneCurve.cs): exposed linear light to displayed linear light in [0, 1].

// Reinhard et al., SIGGRAPH 2002, equation 4.
vec3 reinhard(vec3 x, float white)
{
    return x * (1.0 + x / (white * white)) / (1.0 + x);
}

// Hable, Uncharted 2: HDR Lighting, GDC 2010, with its exposure bias of 2.
vec3 hable(vec3 x)
{
    const float a = 0.15, b = 0.50, c = 0.10, d = 0.20, e = 0.02, f = 0.30;
    x *= 2.0;
    return (x * (a * x + c * b) + d * e) / (x * (a * x + b) + d * f) - e / f;
}

// AgX (Sobotka, 2022): inset, log2 from 10 stops below mid grey to 6.5 above it, a sigmoid through (10/16.5, 0.5) with slope 2 and powers
// 3 (toe) and 3.25 (shoulder), outset, and the display's exponent 2.2 undone. The matrices are those for sRGB's primaries (Wrensch,
// Minimal AgX Implementation, 2023).
vec3 agx(vec3 light)
{
    const mat3 inset = mat3(
        0.842479062253094, 0.0423282422610123, 0.0423756549057051,
        0.0784335999999992, 0.878468636469772, 0.0784336,
        0.0792237451477643, 0.0791661274605434, 0.879142973793104);
    const mat3 outset = mat3(
        1.19687900512017, -0.0528968517574562, -0.0529716355144438,
        -0.0980208811401368, 1.15190312990417, -0.0980434501171241,
        -0.0990297440797205, -0.0989611768448433, 1.15107367264116);
    const float pivot = 10.0 / 16.5;
    const float slope = 2.0;
    // What brings the toe to 0 at 0 and the shoulder to 1 at 1.
    const float toe = pow(pow(slope * pivot, -3.0) * (pow(slope * pivot / 0.5, 3.0) - 1.0), -1.0 / 3.0);
    const float shoulder = pow(pow(slope * (1.0 - pivot), -3.25) * (pow(slope * (1.0 - pivot) / 0.5, 3.25) - 1.0), -1.0 / 3.25);
    vec3 x = clamp((log2(max(inset * light, 1e-10)) - (log2(0.18) - 10.0)) / 16.5, 0.0, 1.0);
    vec3 low = max(pivot - x, 0.0) * (slope / toe);
    vec3 high = max(x - pivot, 0.0) * (slope / shoulder);
    vec3 y = 0.5
        - toe * low / pow(1.0 + low * low * low, vec3(1.0 / 3.0))
        + shoulder * high / pow(1.0 + pow(high, vec3(3.25)), vec3(1.0 / 3.25));
    return pow(clamp(outset * y, 0.0, 1.0), vec3(2.2));
}
#endif
