// Edges of shapes, faded over a width without a change of the area.

// How much of ±extent lies about p, faded over `fade`.
vec2 within(vec2 p, vec2 extent, vec2 fade)
{
    return smoothstep(-0.5, 0.5, (p + extent) / fade) - smoothstep(-0.5, 0.5, (p - extent) / fade);
}

// Lines of a width at the whole numbers; where they are finer than the blur, their mean.
float lines(float x, float width, float blur)
{
    float away = abs(fract(x + 0.5) - 0.5);
    float seen = clamp((0.5 * width - away) / max(blur, 1e-4) + 0.5, 0.0, 1.0) * min(1.0, width / max(blur, 1e-4));
    return mix(seen, width, smoothstep(0.3, 0.8, blur));
}

// How much of a disc lies at a distance from its middle.
float disc(float away, float radius, float blur)
{
    return clamp((radius - away) / blur + 0.5, 0.0, 1.0);
}
