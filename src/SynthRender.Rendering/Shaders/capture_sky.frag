#version 450
#extension GL_GOOGLE_include_directive : require
#define CAPTURE_POINTS 1
#define CAPTURE_SPREAD 1.0
#define SUN_DISC 0.0
#include "environment_sky.glsl"
#include "environment_capture.glsl"
