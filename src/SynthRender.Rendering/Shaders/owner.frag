#version 450
#extension GL_GOOGLE_include_directive : require
// Whose surface a pixel shows, among the models that decals lie on.
#include "draw.glsl"

layout(location = 0) out uint outOwner;

void main()
{
    outOwner = draw.identity.x;
}
