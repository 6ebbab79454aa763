using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A torus. Exact.</summary>
/// <param name="centre">Its middle.</param>
/// <param name="axis">Unit axis.</param>
/// <param name="major">Radius of the circle in metres.</param>
/// <param name="minor">Radius of the tube.</param>
public sealed class Ring(Vector3 centre, Vector3 axis, float major, float minor) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => Box.Around(centre, major + minor);

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = p - centre;
        var y = Vector3.Dot(q, axis);
        var x = MathF.Sqrt(MathF.Max(0f, q.LengthSquared() - y * y)) - major;
        return MathF.Sqrt(x * x + y * y) - minor;
    }
}
