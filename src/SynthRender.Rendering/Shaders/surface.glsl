#ifndef SURFACE_GLSL
#define SURFACE_GLSL
// What a material says about a point of a surface, before light.
struct Surface
{
    vec3 albedo;
    float alpha;
    vec3 emissive;
    vec3 normal;      // unit, world axes, towards the viewer
    float metallic;
    float roughness;  // perceptual
    float occlusion;
    bool unlit;
};
#endif
