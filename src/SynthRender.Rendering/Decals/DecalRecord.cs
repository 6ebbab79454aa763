using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Decals;

/// <summary>What the shaders read about one decal (Shaders/decal.glsl, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DecalRecord
{
    internal Matrix4x4 ClipFromBox;
    internal Matrix4x4 BoxFromWorld;
    internal Vector4 Right;
    internal Vector4 Up;
    internal Vector4 Outwards;
    internal Vector4 BaseColor;
    internal uint Owner;
    private readonly uint _padding;
    private readonly ulong _morePadding;
    internal Vector4 NormalTurn;
    internal UvTransforms Uv;

    /// <summary>Four textures, two rows each.</summary>
    [InlineArray(8)]
    internal struct UvTransforms
    {
        private Vector4 _row;
    }
}
