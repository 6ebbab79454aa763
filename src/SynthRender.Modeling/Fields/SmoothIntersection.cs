using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>What two solids share, with a rounded edge.</summary>
public sealed class SmoothIntersection(Field first, Field second, float k) : Field
{
    /// <inheritdoc/>
    public override Box Bounds =>
        new(Vector3.Max(first.Bounds.Min, second.Bounds.Min), Vector3.Min(first.Bounds.Max, second.Bounds.Max));

    /// <inheritdoc/>
    public override float Lipschitz => MathF.Max(first.Lipschitz, second.Lipschitz);

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => Smooth.Max(first.Distance(p), second.Distance(p), k);

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius) =>
        new SmoothIntersection(first.Within(centre, radius), second.Within(centre, radius), k);
}
