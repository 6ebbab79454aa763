using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid without another, with a rounded edge.</summary>
public sealed class SmoothDifference(Field body, Field tool, float k) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => body.Bounds;

    /// <inheritdoc/>
    public override float Lipschitz => MathF.Max(body.Lipschitz, tool.Lipschitz);

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => Smooth.Max(body.Distance(p), -tool.Distance(p), k);

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius)
    {
        var reach = (body.Lipschitz + tool.Lipschitz) * radius;
        return body.Distance(centre) - reach > -tool.Distance(centre) + k
            ? body.Within(centre, radius)
            : new SmoothDifference(body.Within(centre, radius), tool.Within(centre, radius), k);
    }
}
