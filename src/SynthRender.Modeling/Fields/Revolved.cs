using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>An outline (x = radius, y = height) turned about the Y axis through a point. Exact.</summary>
public sealed class Revolved(Outline outline, Vector3 origin) : Field
{
    private readonly Vector2 _max = outline.Max;
    private readonly Vector2 _min = outline.Min;

    /// <inheritdoc/>
    public override Box Bounds => new(origin + new Vector3(-_max.X, _min.Y, -_max.X), origin + new Vector3(_max.X, _max.Y, _max.X));

    /// <inheritdoc/>
    public override float Distance(Vector3 p) => outline.Distance(ToPlane(p));

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius) => new Revolved(outline.Within(ToPlane(centre), radius), origin);

    private Vector2 ToPlane(Vector3 p)
    {
        var q = p - origin;
        return new Vector2(MathF.Sqrt(q.X * q.X + q.Z * q.Z), q.Y);
    }
}
