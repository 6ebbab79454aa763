using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Drawing;

/// <summary>What the shaders read about one drawn primitive (Shaders/draw.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DrawRecord
{
    internal Matrix4x4 ClipFromObject;
    internal Vector4 NormalX;
    internal Vector4 NormalY;
    internal Vector4 NormalZ;
    internal Vector4 TangentX;
    internal Vector4 TangentY;
    internal Vector4 TangentZ;
    internal Vector4 BaseColor;
    internal Vector4 Emissive;
    internal Vector4 Factors;
    internal uint InstanceId;
    internal uint Unlit;
    internal float F0;
    internal float F90;
    internal PackedSurface Surface;
    internal UvTransforms Uv;
    internal Vector4 NormalMap;
    internal Vector4 View;

    /// <summary>Five textures, two rows each.</summary>
    [InlineArray(10)]
    internal struct UvTransforms
    {
        private Vector4 _row;
    }
}
