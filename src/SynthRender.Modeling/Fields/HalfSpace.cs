using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>Everything behind a plane; a tool for cutting.</summary>
/// <param name="point">A point on the plane.</param>
/// <param name="normal">Unit normal, pointing out of the solid.</param>
public sealed class HalfSpace(Vector3 point, Vector3 normal) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => new(new Vector3(-1e6f), new Vector3(1e6f));

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => Vector3.Dot(p - point, normal);
}
