#ifndef LIGHT_GROUPS_GLSL
#define LIGHT_GROUPS_GLSL
// What kinds of light the frame has; mirrors Lighting/LightGroups.cs.
layout(constant_id = 16) const uint lightGroups = 53247u;

const int openLights = 0;
const int sharpLamps = 1;
const int sharpLampViews = 2;
const int sharpSuns = 3;
const int sharpCascades = 4;
const int softLamps = 5;
const int softSuns = 6;
const int rectangles = 7;
const int shadedRectangles = 8;
const int rings = 9;
const int shadedRings = 10;
const int splitAreas = 11;
const int softLampViews = 14;
const int softSunViews = 15;

bool hasGroup(int group)
{
    return (lightGroups >> group & 1u) != 0u;
}
#endif
