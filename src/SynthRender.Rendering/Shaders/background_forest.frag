#version 450
#extension GL_GOOGLE_include_directive : require
#include "environment_forest.glsl"
#include "environment_background.glsl"
