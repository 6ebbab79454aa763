using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A ball.</summary>
public sealed class Ball(Vector3 centre, float radius) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => Box.Around(centre, radius);

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => Vector3.Distance(p, centre) - radius;
}
