#version 450
#extension GL_GOOGLE_include_directive : require
#define EXTRA
#include "surface_vertex.glsl"
