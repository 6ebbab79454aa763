using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A closed polygon in the plane with its signed distance: negative inside. Drawn counter-clockwise. Exact.</summary>
public sealed class Outline
{
    private readonly Edge[] _edges;

    private Outline(Edge[] edges) => _edges = edges;

    private readonly record struct Edge(Vector2 A, Vector2 Along, float InverseSquared, Vector2 Normal, Vector2 NormalAtA, Vector2 NormalAtB);

    /// <summary>Least corner of the box around the polygon.</summary>
    public Vector2 Min => _edges.Aggregate(new Vector2(float.MaxValue), (m, e) => Vector2.Min(m, e.A));

    /// <summary>Greatest corner of the box around the polygon.</summary>
    public Vector2 Max => _edges.Aggregate(new Vector2(float.MinValue), (m, e) => Vector2.Max(m, e.A));

    /// <summary>A polygon through the points, at least three, counter-clockwise, without repeated points.</summary>
    public static Outline Through(ReadOnlySpan<Vector2> points)
    {
        if (points.Length < 3)
            throw new ArgumentException($"An outline needs at least three points, not {points.Length}.", nameof(points));
        var n = points.Length;
        var normals = new Vector2[n];
        for (var i = 0; i < n; i++)
        {
            var along = Vector2.Normalize(points[(i + 1) % n] - points[i]);
            normals[i] = new Vector2(along.Y, -along.X);
        }

        var edges = new Edge[n];
        for (var i = 0; i < n; i++)
        {
            var along = points[(i + 1) % n] - points[i];
            edges[i] = new Edge(points[i], along, 1f / along.LengthSquared(), normals[i],
                normals[(i + n - 1) % n] + normals[i], normals[i] + normals[(i + 1) % n]);
        }

        return new Outline(edges);
    }

    /// <summary>A smooth closed curve through the points.</summary>
    public static Outline Smooth(ReadOnlySpan<Vector2> points, int pieces)
    {
        var wide = new Vector4[points.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = new Vector4(points[i], 0f, 0f);
        return Through([.. Spline.Sample(wide, pieces, closed: true).Select(p => new Vector2(p.X, p.Y))]);
    }

    /// <summary>Signed distance in the plane.</summary>
    public float Distance(Vector2 p)
    {
        var least = float.MaxValue;
        var side = 1f;
        foreach (ref readonly var e in _edges.AsSpan())
        {
            var q = p - e.A;
            var t = Vector2.Dot(q, e.Along) * e.InverseSquared;
            var clamped = Math.Clamp(t, 0f, 1f);
            var off = q - e.Along * clamped;
            var square = off.LengthSquared();
            if (square >= least)
                continue;
            least = square;
            // At a corner the sum of both normals decides, which is right for every closed polygon.
            side = Vector2.Dot(off, t <= 0f ? e.NormalAtA : t >= 1f ? e.NormalAtB : e.Normal);
        }

        return MathF.CopySign(MathF.Sqrt(least), side);
    }

    /// <summary>An outline that has the same distance inside a disc, with fewer edges.</summary>
    public Outline Within(Vector2 centre, float radius)
    {
        var reach = MathF.Abs(Distance(centre)) + 2f * radius;
        var kept = new List<Edge>();
        foreach (var e in _edges)
        {
            var q = centre - e.A;
            var t = Math.Clamp(Vector2.Dot(q, e.Along) * e.InverseSquared, 0f, 1f);
            if ((q - e.Along * t).Length() <= reach)
                kept.Add(e);
        }

        return new Outline([.. kept]);
    }
}
