// A blended surface, lit like the others, over what is behind it.
#define FRAME_SET 2
#include "surface_fragment.glsl"
#include "shading.glsl"

layout(location = 0) out vec4 outColor;

void main()
{
    Surface s = evaluateSurface();
    s.roughness = widenedRoughness(s.roughness, s.normal);
    vec2 pixel = gl_FragCoord.xy;
    vec3 ray = frame.ray.xyz + frame.rayPerX.xyz * pixel.x + frame.rayPerY.xyz * pixel.y;
    vec3 position = ray / gl_FragCoord.w;
    outColor = vec4(shade(s, position, -normalize(ray)), clamp(s.alpha, 0.0, 1.0));
}
