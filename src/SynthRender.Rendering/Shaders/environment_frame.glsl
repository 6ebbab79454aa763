// What the passes that make an environment's map share.
#define FRAME_SET 0
#include "frame.glsl"
layout(set = 0, binding = 1) uniform texture2D environmentImage;
layout(set = 0, binding = 2) uniform sampler environmentImageSampler;
const float pi = 3.14159265358979;
