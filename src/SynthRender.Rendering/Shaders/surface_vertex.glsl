// The vertex stage of every pass that draws surfaces. Same expression for gl_Position everywhere, so that a later pass meets
// exactly the depth that an earlier one wrote.
// PLAIN: normals only. TEXTURED: tangents and one UV set. EXTRA: also a second UV set and vertex colours.
#include "draw.glsl"
#include "octahedral.glsl"

layout(location = 0) in vec3 inPosition;
layout(location = 1) in vec4 inFrame; // octahedral normal; octahedral tangent with the bitangent's sign folded into its x
#if defined(TEXTURED) || defined(EXTRA)
layout(location = 2) in vec2 inUv0;
#endif
#ifdef EXTRA
layout(location = 3) in vec2 inUv1;
layout(location = 4) in vec4 inColor;
#endif

layout(location = 0) out vec3 outNormal;
#if defined(TEXTURED) || defined(EXTRA)
layout(location = 1) out vec4 outTangent;
layout(location = 2) out vec2 outUv0;
#endif
#ifdef EXTRA
layout(location = 3) out vec2 outUv1;
layout(location = 4) out vec4 outColor;
#endif

void main()
{
    precise vec4 clip = draw.clipFromObject * vec4(inPosition, 1.0);
    gl_Position = clip;
    gl_PointSize = 1.0;
    outNormal = draw.worldFromNormal * decodeOctahedral(inFrame.xy);
#if defined(TEXTURED) || defined(EXTRA)
    float sign = inFrame.z < 0.0 ? -1.0 : 1.0;
    vec2 tangent = vec2(abs(inFrame.z) * 2.0 - 1.0, inFrame.w);
    outTangent = vec4(draw.worldFromTangent * decodeOctahedral(tangent), sign);
    outUv0 = inUv0;
#endif
#ifdef EXTRA
    outUv1 = inUv1;
    outColor = inColor;
#endif
}
