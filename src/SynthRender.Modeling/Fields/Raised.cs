using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid whose surface a height function raises.</summary>
internal sealed class Raised(Field source, Func<Vector3, float> height, float most, float slope) : Field
{
    public override Box Bounds => source.Bounds.Grown(most);

    public override float Lipschitz => source.Lipschitz + slope;

    public override float Distance(Vector3 p)
    {
        var d = source.Distance(p);
        // Far from the surface only the bound matters, and height functions are dear.
        return MathF.Abs(d) > 6f * most ? d - MathF.CopySign(most, d) : d - height(p);
    }

    public override Field Within(Vector3 centre, float radius)
    {
        var d = source.Distance(centre);
        return MathF.Abs(d) - source.Lipschitz * radius > 6f * most
            ? new Raised(source.Within(centre, radius), static _ => 0f, most, 0f)
            : new Raised(source.Within(centre, radius), height, most, slope);
    }
}
