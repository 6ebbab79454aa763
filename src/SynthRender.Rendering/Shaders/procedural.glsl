// Textures made from parameters: one height field, and the colour, roughness, metalness and occlusion that belong to it. All patterns
// live on lattices that wrap, so that every texture repeats without a seam. Mirrors Textures/ProceduralConstants.cs.
layout(set = 0, binding = 0, std140) uniform Texture
{
    uvec4 head;   // seed; features across a tile; texels across a tile; the family's own number
    vec4 color;   // rgb; w: contrast
    vec4 second;  // rgb; w: height from lowest to highest as a share of the tile
    vec4 detail;  // rgb; w: roughness
    vec4 factors; // wear, metalness, unused, unused
} tex;

layout(location = 0) out vec4 outBaseColor;
layout(location = 1) out vec4 outOcclusionRoughnessMetallic;
layout(location = 2) out float outHeight;

// 0 to 1 each, but for the metalness of what has none.
struct Texel
{
    float height;
    vec3 color;
    float roughness;
    float metallic;
    float occlusion;
};

uint mixBits(uint h)
{
    // Wellons, lowbias32.
    h ^= h >> 16; h *= 0x7feb352du;
    h ^= h >> 15; h *= 0x846ca68bu;
    return h ^ h >> 16;
}

uint hash(vec2 cell, vec2 period, uint salt)
{
    uvec2 c = uvec2(cell - period * floor(cell / period));
    return mixBits(c.x + mixBits(c.y + mixBits(tex.head.x + salt * 0x9e3779b9u)));
}

float unit(uint h) { return float(h >> 8) * (1.0 / 16777216.0); }
vec2 unit2(uint h) { return vec2(h & 65535u, h >> 16) * (1.0 / 65536.0); }
float random(vec2 cell, vec2 period, uint salt) { return unit(hash(cell, period, salt)); }

vec2 fade(vec2 f) { return f * f * f * (f * (f * 6.0 - 15.0) + 10.0); }

// 0 to 1.
float valueNoise(vec2 p, vec2 period, uint salt)
{
    vec2 c = floor(p), f = fade(p - c);
    return mix(
        mix(random(c, period, salt), random(c + vec2(1, 0), period, salt), f.x),
        mix(random(c + vec2(0, 1), period, salt), random(c + vec2(1, 1), period, salt), f.x), f.y);
}

// Perlin, Improving Noise, 2002, with gradients from a square. About −1 to 1.
float gradientNoise(vec2 p, vec2 period, uint salt)
{
    vec2 c = floor(p), f = p - c, u = fade(f);
    float a = dot(unit2(hash(c, period, salt)) * 2.0 - 1.0, f);
    float b = dot(unit2(hash(c + vec2(1, 0), period, salt)) * 2.0 - 1.0, f - vec2(1, 0));
    float d = dot(unit2(hash(c + vec2(0, 1), period, salt)) * 2.0 - 1.0, f - vec2(0, 1));
    float e = dot(unit2(hash(c + vec2(1, 1), period, salt)) * 2.0 - 1.0, f - vec2(1, 1));
    return mix(mix(a, b, u.x), mix(d, e, u.x), u.y) * 1.6;
}

// Simplex noise on a lattice that wraps (Gustavson and McEwan, Tiling simplex noise and flow noise in two and three dimensions, JCGT
// 2022): rows are half a cell apart, so the period in y is even. About −1 to 1.
float simplexNoise(vec2 p, vec2 period, uint salt)
{
    vec2 uv = vec2(p.x + p.y * 0.5, p.y);
    vec2 i0 = floor(uv), f0 = uv - i0;
    vec2 o = f0.x > f0.y ? vec2(1, 0) : vec2(0, 1);
    float sum = 0.0;
    for (int k = 0; k < 3; k++)
    {
        vec2 i = i0 + (k == 0 ? vec2(0) : k == 1 ? o : vec2(1));
        vec2 v = vec2(i.x - i.y * 0.5, i.y);
        vec2 x = p - v;
        v = v - period * floor(v / period);
        vec2 g = unit2(hash(vec2(floor(v.x + 0.5 * v.y + 0.25), v.y), vec2(4096.0), salt)) * 2.0 - 1.0;
        float w = max(0.8 - dot(x, x), 0.0);
        sum += w * w * w * w * dot(g, x);
    }
    return sum * 14.0;
}

// 0 to 1, mostly near one half.
float fbm(vec2 p, vec2 period, uint salt)
{
    float sum = 0.0, amplitude = 0.5;
    for (int i = 0; i < 5; i++)
    {
        sum += amplitude * gradientNoise(p, period, salt + uint(i));
        p *= 2.0; period *= 2.0; amplitude *= 0.5;
    }
    return clamp(0.5 + 0.62 * sum, 0.0, 1.0);
}

float softFbm(vec2 p, vec2 period, uint salt)
{
    return clamp(0.5 + 0.62 * (0.6 * gradientNoise(p, period, salt) + 0.3 * gradientNoise(p * 2.0, period * 2.0, salt + 1u)), 0.0, 1.0);
}

// Sharp crests (Musgrave, in Texturing and Modeling, 1994). 0 to 1.
float ridged(vec2 p, vec2 period, uint salt)
{
    float sum = 0.0, amplitude = 0.5, weight = 1.0;
    for (int i = 0; i < 4; i++)
    {
        float r = 1.0 - abs(gradientNoise(p, period, salt + uint(i)));
        r *= r * weight;
        weight = clamp(r * 1.6, 0.0, 1.0);
        sum += amplitude * r;
        p *= 2.0; period *= 2.0; amplitude *= 0.5;
    }
    return clamp(sum * 1.1, 0.0, 1.0);
}

vec2 warp(vec2 p, vec2 period, uint salt)
{
    return vec2(softFbm(p, period, salt), softFbm(p, period, salt + 7u)) - 0.5;
}

// x: distance to the nearest point, y: to the second nearest, z: the nearest one's own number (Worley 1996). Lengths in cells.
vec3 cells(vec2 p, vec2 period, uint salt, float jitter)
{
    vec2 c = floor(p);
    vec3 best = vec3(9.0, 9.0, 0.0);
    for (int j = -1; j <= 1; j++)
        for (int i = -1; i <= 1; i++)
        {
            vec2 at = c + vec2(i, j);
            uint h = hash(at, period, salt);
            vec2 d = at + 0.5 + (unit2(h) - 0.5) * jitter - p;
            float l = dot(d, d);
            bool nearer = l < best.x;
            best.y = nearer ? best.x : min(best.y, l);
            best.z = nearer ? unit(mixBits(h)) : best.z;
            best.x = min(best.x, l);
        }
    return vec3(sqrt(best.xy), best.z);
}

float ramp(float low, float high, float x) { return clamp((x - low) / (high - low), 0.0, 1.0); }

#ifdef DECAL
float coverage = 1.0; // set by texel(); 0 along the edges of the tile
#endif

Texel texel(vec2 uv, float scale);

void main()
{
    Texel t = texel(gl_FragCoord.xy / float(tex.head.z), float(tex.head.y));
    vec3 mean = (tex.color.rgb + tex.second.rgb) * 0.5;
    vec3 color = clamp(mix(mean, t.color, tex.color.w), 0.0, 1.0);
#ifdef DECAL
    outBaseColor = vec4(color, clamp(coverage, 0.0, 1.0));
#else
    outBaseColor = vec4(color, 1.0);
#endif
    outOcclusionRoughnessMetallic = vec4(clamp(t.occlusion, 0.0, 1.0), clamp(t.roughness, 0.03, 1.0), clamp(t.metallic, 0.0, 1.0), 1.0);
    outHeight = t.height;
}
