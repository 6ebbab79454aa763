using System.Numerics;

namespace SynthRender.Assets.Geometry;

/// <summary>Normals from triangles.</summary>
internal static class FlatNormals
{
    /// <summary>The unit normal of each triangle's three corners; +Z for a triangle without area, which nobody sees.</summary>
    public static Vector3[] Corners(ReadOnlySpan<Vector3> positions, ReadOnlySpan<uint> indices)
    {
        var normals = new Vector3[indices.Length];
        for (var i = 0; i + 2 < indices.Length; i += 3)
            normals.AsSpan(i, 3).Fill(Normal(positions[(int)indices[i]], positions[(int)indices[i + 1]], positions[(int)indices[i + 2]]));
        return normals;
    }

    /// <summary>For each vertex the mean of its triangles' normals, weighted by area.</summary>
    public static Vector3[] Smooth(ReadOnlySpan<Vector3> positions, ReadOnlySpan<uint> indices)
    {
        var sums = new Vector3[positions.Length];
        for (var i = 0; i + 2 < indices.Length; i += 3)
        {
            var (a, b, c) = ((int)indices[i], (int)indices[i + 1], (int)indices[i + 2]);
            var cross = Vector3.Cross(positions[b] - positions[a], positions[c] - positions[a]);
            if (!float.IsFinite(cross.LengthSquared())) continue;
            sums[a] += cross;
            sums[b] += cross;
            sums[c] += cross;
        }

        for (var v = 0; v < sums.Length; v++) sums[v] = Unit(sums[v]);
        return sums;
    }

    /// <summary>A vector scaled to length 1; +Z for one without length.</summary>
    public static Vector3 Unit(Vector3 v)
    {
        // Scaled first, so that neither tiny nor huge triangles leave the range of a float when squared.
        var largest = MathF.Max(MathF.Abs(v.X), MathF.Max(MathF.Abs(v.Y), MathF.Abs(v.Z)));
        return largest > 0 && float.IsFinite(largest) ? Vector3.Normalize(v / largest) : Vector3.UnitZ;
    }

    private static Vector3 Normal(Vector3 a, Vector3 b, Vector3 c)
    {
        var (u, v) = (b - a, c - a);
        // In double: the squares of micrometre edges vanish in a float.
        double x = (double)u.Y * v.Z - (double)u.Z * v.Y, y = (double)u.Z * v.X - (double)u.X * v.Z, z = (double)u.X * v.Y - (double)u.Y * v.X;
        var length = Math.Sqrt(x * x + y * y + z * z);
        return length > 0 && double.IsFinite(length) ? Unit(new Vector3((float)(x / length), (float)(y / length), (float)(z / length))) : Vector3.UnitZ;
    }
}
