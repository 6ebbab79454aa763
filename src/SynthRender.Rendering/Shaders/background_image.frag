#version 450
#extension GL_GOOGLE_include_directive : require
#include "environment_image.glsl"
#include "environment_background.glsl"
