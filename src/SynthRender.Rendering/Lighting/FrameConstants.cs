using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Lighting;

/// <summary>What all pixels of a frame share (Shaders/frame.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FrameConstants
{
    internal const int MaxLights = 32;
    internal const int MaxShadowViews = 16;

    internal Vector4 Ray;
    internal Vector4 RayPerX;
    internal Vector4 RayPerY;
    internal Vector4 AmbientMean;
    internal Vector4 AmbientSlope;
    internal Vector4 Background;
    internal LightRecords Lights;
    internal ShadowMatrices ShadowFromWorld;
    internal ShadowTexelSizes ShadowTexels;

    [InlineArray(MaxLights)]
    internal struct LightRecords
    {
        private LightRecord _light;
    }

    [InlineArray(MaxShadowViews)]
    internal struct ShadowMatrices
    {
        private Matrix4x4 _matrix;
    }

    [InlineArray(MaxShadowViews)]
    internal struct ShadowTexelSizes
    {
        private Vector4 _texel;
    }
}
