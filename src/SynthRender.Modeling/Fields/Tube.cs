using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A round section swept along a smooth curve through given points, its radius following along.</summary>
public sealed class Tube : Field
{
    private readonly RoundCone[] _cones;

    private Tube(RoundCone[] cones)
    {
        _cones = cones;
        var box = cones[0].Bounds;
        foreach (var cone in cones)
            box = box.Union(cone.Bounds);
        Bounds = box;
    }

    /// <inheritdoc/>
    public override Box Bounds { get; }

    /// <summary>Sweeps along a Catmull-Rom curve.</summary>
    /// <param name="points">At least two; XYZ is the place, W the radius, metres.</param>
    /// <param name="pieces">Straight pieces between two neighbouring points.</param>
    public static Tube Along(ReadOnlySpan<Vector4> points, int pieces = 6)
    {
        if (points.Length < 2)
            throw new ArgumentException($"A tube needs at least two points, not {points.Length}.", nameof(points));
        var cones = new List<RoundCone>();
        var from = points[0];
        foreach (var to in Spline.Sample(points, pieces).Skip(1))
        {
            cones.Add(new RoundCone(new Vector3(from.X, from.Y, from.Z), new Vector3(to.X, to.Y, to.Z), from.W, to.W));
            from = to;
        }

        return new Tube([.. cones]);
    }

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var least = float.MaxValue;
        foreach (var cone in _cones)
            least = MathF.Min(least, cone.Distance(p));
        return least;
    }

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius)
    {
        var most = Distance(centre) + 2f * radius;
        var kept = _cones.Where(c => c.Distance(centre) <= most).ToArray();
        return kept.Length == 1 ? kept[0] : new Tube(kept);
    }
}
