#version 450
#extension GL_GOOGLE_include_directive : require
#define TEXTURED
#include "layered_fragment.glsl"
