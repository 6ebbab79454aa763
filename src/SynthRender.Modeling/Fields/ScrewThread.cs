using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A rod along Y with a right-handed screw thread of 60° flanks; as a tool for cutting it makes a nut's thread.</summary>
/// <param name="foot">Middle of the lower end.</param>
/// <param name="length">Length in metres.</param>
/// <param name="radius">Radius over the crests.</param>
/// <param name="pitch">Distance from crest to crest.</param>
public sealed class ScrewThread(Vector3 foot, float length, float radius, float pitch) : Field
{
    // ISO 68-1: flanks of 60° leave a depth of 0.61 pitches between the flattened crests and roots.
    private const float Depth = 0.61f;
    private const float Flank = 0.35f;

    private static readonly float Scale = 1f / MathF.Sqrt(1f + Depth / Flank * (Depth / Flank));

    /// <inheritdoc/>
    public override Box Bounds => new(foot - new Vector3(radius, 0, radius), foot + new Vector3(radius, length, radius));

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = p - foot;
        var away = MathF.Sqrt(q.X * q.X + q.Z * q.Z);
        // Half a pitch or more off the thread the winding no longer matters, and at the axis it would be torn.
        var turn = q.Y / pitch + MathF.Atan2(q.Z, q.X) / MathF.Tau;
        var wave = MathF.Abs(turn - MathF.Floor(turn) - 0.5f);
        var groove = Math.Clamp((wave - 0.5f * (0.5f - Flank)) / Flank, 0f, 1f);
        var side = (away - radius + groove * Depth * pitch) * Scale;
        return MathF.Max(side, MathF.Abs(q.Y - length * 0.5f) - length * 0.5f);
    }
}
