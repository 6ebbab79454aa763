#version 450

// One triangle that covers the screen, from three vertices without a buffer. uv (0, 0) is the top left of the image
// when +Y of clip space points up.
layout(location = 0) out vec2 uv;

void main()
{
    vec2 corner = vec2((gl_VertexIndex << 1) & 2, gl_VertexIndex & 2);
    uv = vec2(corner.x, 1.0 - corner.y);
    gl_Position = vec4(corner * 2.0 - 1.0, 0.5, 1.0);
}
