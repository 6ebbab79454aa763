#ifndef OPAQUE_GLSL
#define OPAQUE_GLSL
// Zero, in a way that no compiler sees through. Mesa's CPU driver compiles a shader anew, for every frame and draw, with the values of
// the uniforms that alone decide a branch or a loop; an addend that varies over the pixels keeps it from that (measured: 190 ms and
// 2 MB a frame).
int opaqueZero()
{
    return int(gl_FragCoord.x) >> 30;
}
#endif
