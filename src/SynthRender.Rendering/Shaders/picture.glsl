#ifndef PICTURE_GLSL
#define PICTURE_GLSL
// How light becomes a picture; mirrors Passes/PictureConstants.cs.
layout(set = 0, binding = 2, std140) uniform Picture
{
    vec4 gain;   // rgb: exposure and white balance; w: white point
    vec4 center; // xy: the optical axis in pixels; z: 1/focal length in pixels, squared; w: half the vignette's power
    vec4 field;  // x: radius of the round field in pixels, y: 1/width of its edge in pixels
    vec4 meter;  // x: key, y: least, z: most factor
} picture;
#endif
