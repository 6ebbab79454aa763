#ifndef OCTAHEDRAL_GLSL
#define OCTAHEDRAL_GLSL
// Unit vectors in two numbers (Cigolle et al., A Survey of Efficient Representations for Independent Unit Vectors, JCGT 2014).
vec3 decodeOctahedral(vec2 e)
{
    vec3 v = vec3(e, 1.0 - abs(e.x) - abs(e.y));
    float t = max(-v.z, 0.0);
    v.x += v.x >= 0.0 ? -t : t;
    v.y += v.y >= 0.0 ? -t : t;
    return normalize(v);
}

vec2 encodeOctahedral(vec3 v)
{
    vec2 e = v.xy / (abs(v.x) + abs(v.y) + abs(v.z));
    vec2 folded = (1.0 - abs(e.yx)) * vec2(e.x >= 0.0 ? 1.0 : -1.0, e.y >= 0.0 ? 1.0 : -1.0);
    return v.z >= 0.0 ? e : folded;
}

// The point that one a little outside the square is the same as: an edge meets itself, turned about its middle.
vec2 wrapOctahedral(vec2 e)
{
    if (abs(e.x) > 1.0) e = vec2((e.x > 0.0 ? 2.0 : -2.0) - e.x, -e.y);
    if (abs(e.y) > 1.0) e = vec2(-e.x, (e.y > 0.0 ? 2.0 : -2.0) - e.y);
    return e;
}
#endif
