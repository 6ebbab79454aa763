#version 450
#extension GL_GOOGLE_include_directive : require
#include "background_picture.glsl"
#include "spline.glsl"

// Nearly a Gaussian: between two levels that are smoothed by a spline.
void main()
{
    vec2 at = picture.place.xy + gl_FragCoord.xy * picture.place.zw;
    float sharper = floor(picture.look.y);
    vec3 color = mix(
        splineSmoothed(pictureTexture, pictureSampler, at, sharper), splineSmoothed(pictureTexture, pictureSampler, at, sharper + 1.0),
        picture.look.y - sharper);
    outRadiance = vec4(min(color * picture.look.z, 65504.0), 0.0);
}
