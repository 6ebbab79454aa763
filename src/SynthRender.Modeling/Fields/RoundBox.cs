using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>An axis-aligned box with rounded edges. Exact.</summary>
/// <param name="centre">Its middle.</param>
/// <param name="half">Half its edge lengths, rounding included.</param>
/// <param name="round">Radius of the edges, at most the least half length.</param>
public sealed class RoundBox(Vector3 centre, Vector3 half, float round) : Field
{
    /// <inheritdoc/>
    public override Box Bounds => new(centre - half, centre + half);

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = Vector3.Abs(p - centre) - half + new Vector3(round);
        return Vector3.Max(q, Vector3.Zero).Length() + MathF.Min(MathF.Max(q.X, MathF.Max(q.Y, q.Z)), 0f) - round;
    }
}
