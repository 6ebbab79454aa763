#version 450
#extension GL_GOOGLE_include_directive : require
#include "environment_theatre.glsl"
#include "environment_background.glsl"
