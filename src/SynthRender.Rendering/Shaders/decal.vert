#version 450
#extension GL_GOOGLE_include_directive : require
#include "decal.glsl"

// The box, of which the far sides are drawn: they are there also when the camera is inside.
const int corners[36] = int[](
    0, 2, 1, 1, 2, 3, 4, 5, 6, 6, 5, 7, 0, 1, 4, 4, 1, 5,
    2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 5, 3, 7);

void main()
{
    int corner = corners[gl_VertexIndex];
    vec4 clip = decal.clipFromBox * vec4(vec3(corner & 1, corner >> 1 & 1, corner >> 2 & 1) - 0.5, 1.0);
    // Neither the near nor the far plane cuts the box: what counts is the surface in it.
    gl_Position = vec4(clip.xy, 0.5 * clip.w, clip.w);
}
