#version 450
#extension GL_GOOGLE_include_directive : require
#define CAPTURE_POINTS 4
#define CAPTURE_SPREAD 0.5
#include "environment_studio.glsl"
#include "environment_capture.glsl"
