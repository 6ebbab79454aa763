#version 450
#extension GL_GOOGLE_include_directive : require
#include "background_picture.glsl"

void main()
{
    outRadiance = vec4(min(pictureAt(gl_FragCoord.xy) * picture.look.z, 65504.0), 0.0);
}
