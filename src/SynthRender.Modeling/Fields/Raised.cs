using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid whose surface a height function raises.</summary>
internal sealed class Raised(Field source, Func<Vector3, float> height, float most, float slope) : Field
{
    public override Box Bounds => source.Bounds.Grown(most);

    // The fade adds at most 1.5 · most over the six times most that it takes.
    public override float Lipschitz => source.Lipschitz * 1.25f + slope;

    public override float Distance(Vector3 p)
    {
        var d = source.Distance(p);
        // Far from the surface the height cannot matter, and height functions are dear.
        var far = MathF.Abs(d);
        return far >= 9f * most ? d : d - height(p) * Smooth.Step(9f * most, 3f * most, far);
    }

    public override Field Within(Vector3 centre, float radius)
    {
        var near = source.Within(centre, radius);
        return MathF.Abs(source.Distance(centre)) - source.Lipschitz * radius >= 9f * most ? near : new Raised(near, height, most, slope);
    }
}
