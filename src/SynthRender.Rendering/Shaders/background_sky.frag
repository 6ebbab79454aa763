#version 450
#extension GL_GOOGLE_include_directive : require
#define SUN_DISC 1.0
#include "environment_sky.glsl"
#include "environment_background.glsl"
