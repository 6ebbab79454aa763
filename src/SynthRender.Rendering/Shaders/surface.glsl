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
    vec3 f0;          // the dielectric's reflectance, straight on (KHR_materials_ior, KHR_materials_specular)
    float f90;        // and at grazing angles
    bool unlit;
#ifdef LAYERED
    float clearcoat;
    float clearcoatRoughness;
    vec3 clearcoatNormal;
    vec3 sheenColor;
    float sheenRoughness;
    float transmission;
    float thickness;  // metres; 0: thin walls
#endif
};
#endif
