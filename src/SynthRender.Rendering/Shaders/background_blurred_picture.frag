#version 450
#extension GL_GOOGLE_include_directive : require
#include "background_picture.glsl"

// A Gaussian by 7×7 samples to 2.4 deviations, of a level whose texels are about as far apart as they.
void main()
{
    vec4 sum = vec4(0.0);
    for (int y = -3; y <= 3; y++)
    {
        for (int x = -3; x <= 3; x++)
        {
            vec2 step_ = 0.8 * vec2(x, y);
            sum += vec4(pictureAt(gl_FragCoord.xy + step_ * picture.look.y), 1.0) * exp(-0.5 * dot(step_, step_));
        }
    }
    outRadiance = vec4(min(sum.rgb / sum.a * picture.look.z, 65504.0), 0.0);
}
