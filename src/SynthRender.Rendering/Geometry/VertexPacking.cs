using System.Numerics;

namespace SynthRender.Rendering.Geometry;

/// <summary>Vertex attributes in few bytes: a unit normal and tangent as octahedral 16-bit pairs.</summary>
internal static class VertexPacking
{
    /// <summary>Normal (x, y) and tangent (x with the bitangent's sign folded in, y) as four signed normalised shorts.</summary>
    internal static ulong Frame(Vector3 normal, Vector4 tangent)
    {
        var n = Octahedral(normal);
        var t = Octahedral(new Vector3(tangent.X, tangent.Y, tangent.Z));
        // 1..32767, so that the sign survives.
        var folded = (int)MathF.Round((t.X * 0.5f + 0.5f) * 32766f) + 1;
        if (tangent.W < 0) folded = -folded;
        return Short(n.X) | (ulong)Short(n.Y) << 16 | (ulong)(ushort)(short)folded << 32 | (ulong)Short(t.Y) << 48;
    }

    private static ushort Short(float value) => (ushort)(short)MathF.Round(value * 32767f);

    /// <summary>Cigolle et al., A Survey of Efficient Representations for Independent Unit Vectors, JCGT 2014. A null vector becomes +Z.</summary>
    private static Vector2 Octahedral(Vector3 v)
    {
        var sum = MathF.Abs(v.X) + MathF.Abs(v.Y) + MathF.Abs(v.Z);
        if (!(sum > 0)) return Vector2.Zero;
        var e = new Vector2(v.X, v.Y) / sum;
        if (v.Z >= 0) return e;
        return new Vector2((1 - MathF.Abs(e.Y)) * (e.X >= 0 ? 1 : -1), (1 - MathF.Abs(e.X)) * (e.Y >= 0 ? 1 : -1));
    }
}
