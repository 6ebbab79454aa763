#version 450
// Normals of a height field that wraps, by central differences. Same encoding as glTF's: (127 n + 128) / 255, green upwards.
layout(set = 0, binding = 0, std140) uniform Texture
{
    uvec4 head;
    vec4 color;
    vec4 second; // w: height from lowest to highest as a share of the tile
} tex;
layout(set = 0, binding = 1) uniform texture2D heightTexture;
layout(set = 0, binding = 2) uniform sampler pointSampler;
layout(location = 0) out vec4 outNormal;

void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy);
    int size = int(tex.head.z);
    ivec2 before = (at + size - 1) % size, after = (at + 1) % size;
    float dx = texelFetch(sampler2D(heightTexture, pointSampler), ivec2(after.x, at.y), 0).r
        - texelFetch(sampler2D(heightTexture, pointSampler), ivec2(before.x, at.y), 0).r;
    float dy = texelFetch(sampler2D(heightTexture, pointSampler), ivec2(at.x, after.y), 0).r
        - texelFetch(sampler2D(heightTexture, pointSampler), ivec2(at.x, before.y), 0).r;
    float slope = tex.second.w * float(size) * 0.5;
    vec3 n = normalize(vec3(-dx * slope, dy * slope, 1.0));
    outNormal = vec4((n * 127.0 + 128.0) / 255.0, 1.0);
}
