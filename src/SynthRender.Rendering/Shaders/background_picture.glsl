// A picture behind everything; mirrors Environments/PictureRecord.cs.
layout(set = 0, binding = 0, std140) uniform Picture
{
    vec4 place; // of the image's top left corner in the picture; steps a pixel to the right and down
    vec4 look;  // level of detail; level from which it is blurred; gain
} picture;

layout(set = 1, binding = 0) uniform texture2D pictureTexture;
layout(set = 1, binding = 1) uniform sampler pictureSampler;

layout(location = 0) out vec4 outRadiance; // a: reciprocal of the depth

vec3 pictureAt(vec2 pixel)
{
    return textureLod(sampler2D(pictureTexture, pictureSampler), picture.place.xy + pixel * picture.place.zw, picture.look.x).rgb;
}
