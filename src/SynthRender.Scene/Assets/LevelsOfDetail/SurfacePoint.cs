using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>A point of a triangle.</summary>
/// <param name="Triangle">Index of the triangle.</param>
/// <param name="Weights">The weights of its corners, which add up to 1.</param>
internal readonly record struct SurfacePoint(int Triangle, Vector3 Weights)
{
    /// <summary>The nearest point of a triangle (Ericson, Real-Time Collision Detection, 2005, section 5.1.5), as weights.</summary>
    public static Vector3 Nearest(Vector3 p, Vector3 a, Vector3 b, Vector3 c)
    {
        var (ab, ac, ap) = (b - a, c - a, p - a);
        var (d1, d2) = (Vector3.Dot(ab, ap), Vector3.Dot(ac, ap));
        if (d1 <= 0 && d2 <= 0) return new Vector3(1, 0, 0);
        var bp = p - b;
        var (d3, d4) = (Vector3.Dot(ab, bp), Vector3.Dot(ac, bp));
        if (d3 >= 0 && d4 <= d3) return new Vector3(0, 1, 0);
        var vc = d1 * d4 - d3 * d2;
        if (vc <= 0 && d1 >= 0 && d3 <= 0) return new Vector3(1 - d1 / (d1 - d3), d1 / (d1 - d3), 0);
        var cp = p - c;
        var (d5, d6) = (Vector3.Dot(ab, cp), Vector3.Dot(ac, cp));
        if (d6 >= 0 && d5 <= d6) return new Vector3(0, 0, 1);
        var vb = d5 * d2 - d1 * d6;
        if (vb <= 0 && d2 >= 0 && d6 <= 0) return new Vector3(1 - d2 / (d2 - d6), 0, d2 / (d2 - d6));
        var va = d3 * d6 - d5 * d4;
        if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0)
        {
            var along = (d4 - d3) / (d4 - d3 + (d5 - d6));
            return new Vector3(0, 1 - along, along);
        }

        var sum = va + vb + vc;
        return sum > 0 ? new Vector3(1 - vb / sum - vc / sum, vb / sum, vc / sum) : new Vector3(1, 0, 0);
    }

    /// <summary>Its place in a shape, or another vector of the vertices, between them.</summary>
    public Vector3 In(Vector3[] shape, int[] triangles) =>
        Weights.X * shape[triangles[3 * Triangle]] + Weights.Y * shape[triangles[3 * Triangle + 1]] + Weights.Z * shape[triangles[3 * Triangle + 2]];

    /// <summary>Its texture coordinates.</summary>
    public Vector2 In(Vector2[] texCoords, int[] triangles) => Weights.X * texCoords[triangles[3 * Triangle]]
        + Weights.Y * texCoords[triangles[3 * Triangle + 1]] + Weights.Z * texCoords[triangles[3 * Triangle + 2]];

    /// <summary>Its colour.</summary>
    public Vector4 In(Vector4[] colors, int[] triangles) =>
        Weights.X * colors[triangles[3 * Triangle]] + Weights.Y * colors[triangles[3 * Triangle + 1]] + Weights.Z * colors[triangles[3 * Triangle + 2]];
}
