#ifndef LIGHT_GROUPS_GLSL
#define LIGHT_GROUPS_GLSL
// What kinds of light the frame has; mirrors Lighting/LightGroups.cs.
layout(constant_id = 16) const uint lightGroups = 511u;
#endif
