#version 450
// Depth of the farthest blended surface in front of what has been drawn: the depth test keeps the farthest, this keeps it in front.
layout(set = 1, binding = 0) uniform texture2D drawnDepth;
layout(set = 1, binding = 1) uniform sampler pointSampler;

void main()
{
    // Reversed depth: the nearer surface has the greater value.
    if (gl_FragCoord.z <= texelFetch(sampler2D(drawnDepth, pointSampler), ivec2(gl_FragCoord.xy), 0).r) discard;
}
