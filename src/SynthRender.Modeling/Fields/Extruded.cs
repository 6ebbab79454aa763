using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>An outline in the XY plane, extruded along Z on both sides of it, with rounded rims.</summary>
/// <param name="outline">The section; the rounding grows it, so draw it smaller by <paramref name="round"/>.</param>
/// <param name="origin">Where the section's origin lies.</param>
/// <param name="half">Half the thickness in metres, rounding included.</param>
/// <param name="round">Radius of the rims.</param>
public sealed class Extruded(Outline outline, Vector3 origin, float half, float round) : Field
{
    private readonly Vector2 _max = outline.Max;
    private readonly Vector2 _min = outline.Min;

    /// <inheritdoc/>
    public override Box Bounds => new(origin + new Vector3(_min - new Vector2(round), -half), origin + new Vector3(_max + new Vector2(round), half));

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = p - origin;
        var d = new Vector2(outline.Distance(new Vector2(q.X, q.Y)), MathF.Abs(q.Z) - half + round);
        return Vector2.Max(d, Vector2.Zero).Length() + MathF.Min(MathF.Max(d.X, d.Y), 0f) - round;
    }

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius) =>
        new Extruded(outline.Within(new Vector2(centre.X - origin.X, centre.Y - origin.Y), radius), origin, half, round);
}
