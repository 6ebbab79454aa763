#version 450

// Colour, id and depth at once, as a G-buffer is written.
layout(location = 0) out vec4 color;
layout(location = 1) out uint id;
layout(location = 2) out float depth;

void main()
{
    uvec2 pixel = uvec2(gl_FragCoord.xy);
    color = vec4(pixel.x / 255.0, pixel.y / 255.0, 0.0, 1.0);
    id = 0x80000000u + pixel.y * 1000u + pixel.x;
    depth = float(pixel.x) + float(pixel.y) / 1024.0;
}
