#ifndef FRAME_GLSL
#define FRAME_GLSL
// What all pixels of a frame share; mirrors Lighting/FrameConstants.cs. Positions are relative to the camera, axes are the world's.
struct Light
{
    vec4 position;   // xyz; w: 1/range (0: no end); area: extent of its parts along its x, as a part of its own
    vec4 direction;  // xyz: towards the light (directional), along the axis (others); w: 0 directional, 1 point, 2 spot, 3 area
    vec4 color;      // rgb: irradiance, radiant intensity or radiance; w: first shadow view, or −1
    vec4 cone;       // spot: scale and offset of the cosine; z: the shadow's views (Lighting/LightShadow.cs); w: radius, or tangent of the angular
                     // radius, or a ring's inner by outer radius
    vec4 right;      // area: half the extent along its x; w: 1 when both sides shine
    vec4 up;         // area: half the extent along its y; w: extent of its parts along that
};

struct ShadowView
{
    mat4 mapFromWorld; // from camera-relative positions, to texture coordinates from the tile's corner
    vec4 texel;        // x: metres a texel (at distance 1 for perspective views), y: the tile's left side, z: layer or −1, w: widest filter
    vec4 depth;        // x: what depth 0 to 1 spans: metres, or 1/near − 1/far; y: the tile's side; z: metres between levels of detail;
                       // w: the tile's top
    vec4 source;       // xyz: where the light is that sees it, or the part of it
};

const int maxLights = 128;
const int maxShadowViews = 256;
const int maxEnvironmentParameters = 32;

layout(set = FRAME_SET, binding = 0, std140) uniform Frame
{
    vec4 ray;          // direction through the image's top left corner with planar length 1
    vec4 rayPerX;      // its change per pixel to the right; w: image width
    vec4 rayPerY;      // and downwards; w: image height
    vec4 ambientMean;  // radiance from the horizon
    vec4 ambientSlope; // half the radiance from above minus that from below
    vec4 background;   // rgb; w: 1 when it replaces the surroundings
    vec4 occlusion;    // ambient occlusion: x: radius, metres; y: strength; z: what a metre of depth adds to the radius; w: pixels a block
    ivec4 groupEnds[4]; // one past the last light of each group (Lighting/LightGroups.cs)
    Light lights[maxLights];
    ShadowView shadows[maxShadowViews];
    vec4 environment;  // x, y: cosine and sine of its rotation; z: factor from the map to radiance; w: radians a pixel
    vec4 environmentParameters[maxEnvironmentParameters]; // what it is made from; see the environment_*.glsl files
} frame;
#endif
