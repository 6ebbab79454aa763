#version 450
#extension GL_GOOGLE_include_directive : require
#define DECAL
#include "procedural.glsl"

// A printed label: rectangular with a head, lines and bars, or round with a sign, when the family's own number is 1.
float box(vec2 p, vec2 half_, float round_)
{
    vec2 q = abs(p) - half_ + round_;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
}

float filled(float distance_) { return 1.0 - smoothstep(-0.004, 0.004, distance_); }

float chance(float x, float y) { return random(vec2(x, y), vec2(1024.0), 5u); }

vec3 printed(vec2 c, float scale)
{
    vec3 color = tex.color.rgb;
    float head = filled(box(c - vec2(0.0, -0.62), vec2(0.86, 0.20), 0.03));
    color = mix(color, tex.second.rgb, head);
    float title = filled(box(c - vec2(-0.22, -0.62), vec2(0.52, 0.055), 0.01)) * step(0.25, fract(c.x * 9.0 + chance(0.0, 0.0)));
    color = mix(color, tex.color.rgb, title);

    // Text: lines of words of random lengths.
    float rows = scale;
    float row = floor((c.y + 0.34) / 0.62 * rows), inRow = fract((c.y + 0.34) / 0.62 * rows);
    float word = floor(c.x * 7.0 + 20.0), inWord = fract(c.x * 7.0 + 20.0);
    float letter = step(0.22, fract(c.x * 38.0 + 7.0 * chance(word, row)));
    float ink = step(0.30, inRow) * step(inRow, 0.72) * step(inWord, 0.45 + 0.5 * chance(word, row)) * letter;
    ink *= step(0.0, row) * step(row, rows - 0.5) * step(abs(c.x), 0.82) * step(c.x, 0.82 - 0.9 * chance(99.0, row) * step(0.5, chance(98.0, row)));
    color = mix(color, tex.detail.rgb, 0.85 * ink);

    // Bars.
    float bar = floor((c.x + 1.0) * 26.0);
    float bars = step(0.36, c.y) * step(c.y, 0.82) * step(abs(c.x), 0.72) * step(0.48, chance(bar, 77.0));
    return mix(color, tex.detail.rgb, bars);
}

vec3 emblem(vec2 c)
{
    float r = length(c);
    vec3 color = mix(tex.color.rgb, tex.second.rgb, filled(abs(r - 0.78) - 0.09));
    float kind = chance(3.0, 3.0);
    vec2 t = c * vec2(1.0, -1.0);
    float triangle = max(abs(t.x) * 0.866 + t.y * 0.5, -t.y) - 0.27;
    float cross_ = min(box(c, vec2(0.42, 0.12), 0.02), box(c, vec2(0.12, 0.42), 0.02));
    float mark = min(box(c + vec2(0.0, 0.10), vec2(0.09, 0.30), 0.05), length(c - vec2(0.0, 0.40)) - 0.10);
    float shape = kind < 0.34 ? triangle : kind < 0.67 ? cross_ : mark;
    return mix(color, tex.detail.rgb, filled(shape));
}

Texel texel(vec2 uv, float scale)
{
    vec2 c = uv * 2.0 - 1.0;
    bool round_ = tex.head.w == 1u;
    float outline = mix(box(c, vec2(0.96), 0.10), length(c) - 0.95, float(round_));
    float worn = fbm(uv * 7.0, vec2(7.0), 11u);
    float scuff = fbm(uv * 30.0, vec2(30.0), 17u);
    // Comes off from the edge inwards, in flakes.
    float edge = clamp(1.0 + 3.0 * outline, 0.0, 1.0);
    float eaten = smoothstep(0.0, 0.03, 0.6 * worn + 0.4 * edge - 1.0 + 0.62 * tex.factors.x);
    float paper = filled(outline + 0.01) * (1.0 - eaten);
    vec3 color = mix(printed(c, scale), emblem(c), float(round_));
    color = mix(color, tex.color.rgb * 0.85, 0.7 * tex.factors.x * smoothstep(0.55, 0.7, scuff)) * (0.94 + 0.12 * worn);
    coverage = paper;
    return Texel(paper, color, tex.detail.w + 0.2 * tex.factors.x * (scuff - 0.3), 0.0, 1.0);
}
