using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>Uniform Catmull-Rom curves.</summary>
public static class Spline
{
    /// <summary>Points along the curve, the given ones included.</summary>
    /// <param name="points">At least two.</param>
    /// <param name="pieces">Steps between neighbouring points, at least 1.</param>
    /// <param name="closed">Whether the last point joins the first (the first is then not repeated).</param>
    public static Vector4[] Sample(ReadOnlySpan<Vector4> points, int pieces, bool closed = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(points.Length, 2);
        var n = points.Length;
        var spans = closed ? n : n - 1;
        var result = new List<Vector4>(spans * pieces + 1);
        for (var i = 0; i < spans; i++)
        {
            var p1 = points[i];
            var p2 = points[(i + 1) % n];
            var p0 = closed ? points[(i + n - 1) % n] : i > 0 ? points[i - 1] : p1 + (p1 - p2);
            var p3 = closed ? points[(i + 2) % n] : i + 2 < n ? points[i + 2] : p2 + (p2 - p1);
            for (var k = 0; k < pieces; k++)
                result.Add(At(p0, p1, p2, p3, k / (float)pieces));
        }

        if (!closed)
            result.Add(points[n - 1]);
        return [.. result];
    }

    private static Vector4 At(Vector4 p0, Vector4 p1, Vector4 p2, Vector4 p3, float t)
    {
        var t2 = t * t;
        var t3 = t2 * t;
        return 0.5f * (2f * p1 + (p2 - p0) * t + (2f * p0 - 5f * p1 + 4f * p2 - p3) * t2 + (3f * p1 - p0 - 3f * p2 + p3) * t3);
    }
}
