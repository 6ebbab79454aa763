#version 450
#extension GL_GOOGLE_include_directive : require
#define TEXTURED
#include "blend_fragment.glsl"
