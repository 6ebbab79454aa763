#version 450
#extension GL_GOOGLE_include_directive : require
#define EXTRA
#include "layered_fragment.glsl"
