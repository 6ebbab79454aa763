#ifndef FRAME_GLSL
#define FRAME_GLSL
// What all pixels of a frame share; mirrors Lighting/FrameConstants.cs. Positions are relative to the camera, axes are the world's.
struct Light
{
    vec4 position;   // xyz; w: 1/range⁴-root inverse, 1/range (0: no end)
    vec4 direction;  // xyz: towards the light (directional), along the axis (spot); w: 0 directional, 1 point, 2 spot
    vec4 color;      // rgb: irradiance or radiant intensity; w: first shadow view, or −1
    vec4 cone;       // spot: scale and offset of the cosine; z: number of shadow views
};

const int maxLights = 32;
const int maxShadowViews = 16;

layout(set = FRAME_SET, binding = 0, std140) uniform Frame
{
    vec4 ray;          // direction through the image's top left corner with planar length 1; w: exposure
    vec4 rayPerX;      // its change per pixel to the right; w: image width
    vec4 rayPerY;      // and downwards; w: image height
    vec4 ambientMean;  // radiance from the horizon; w: number of lights
    vec4 ambientSlope; // half the radiance from above minus that from below; w: number of lights with shadows, which come first
    vec4 background;   // rgb; w: 1 when it replaces the surroundings
    Light lights[maxLights];
    mat4 shadowFromWorld[maxShadowViews];  // from camera-relative positions
    vec4 shadowTexels[maxShadowViews];     // x: metres a texel (at distance 1 for perspective views), y: 1 when perspective, z: depth slack
} frame;
#endif
