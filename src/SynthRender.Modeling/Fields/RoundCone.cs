using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>The hull of two balls: a capsule when their radii agree. Exact.</summary>
public sealed class RoundCone : Field
{
    private readonly Vector3 _a;
    private readonly Vector3 _axis;
    private readonly float _length;
    private readonly float _ra;
    private readonly float _rb;
    private readonly float _sin;
    private readonly float _cos;

    /// <summary>The hull of a ball at <paramref name="a"/> and one at <paramref name="b"/>; radii in metres.</summary>
    public RoundCone(Vector3 a, Vector3 b, float ra, float rb)
    {
        if (!(ra >= 0f && rb >= 0f))
            throw new ArgumentOutOfRangeException(nameof(ra), $"Radii are not negative; found {ra} and {rb}.");
        var ab = b - a;
        _length = ab.Length();
        Bounds = Box.Around(a, ra).Union(Box.Around(b, rb));
        if (_length <= MathF.Abs(ra - rb) + 1e-9f)
        {
            // One ball holds the other: keep the larger as a cone of no length.
            (_a, _ra, _rb, _length, _axis) = (ra >= rb ? a : b, MathF.Max(ra, rb), MathF.Max(ra, rb), 0f, Vector3.UnitY);
            (_sin, _cos) = (0f, 1f);
            return;
        }

        (_a, _ra, _rb, _axis) = (a, ra, rb, ab / _length);
        _sin = (ra - rb) / _length;
        _cos = MathF.Sqrt(1f - _sin * _sin);
    }

    /// <inheritdoc/>
    public override Box Bounds { get; }

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        // In the half plane through the axis the mantle is a line with normal (cos, sin); s runs along that line.
        var q = p - _a;
        var y = Vector3.Dot(q, _axis);
        var x = MathF.Sqrt(MathF.Max(0f, q.LengthSquared() - y * y));
        var s = _cos * y - _sin * x;
        if (s <= 0f)
            return MathF.Sqrt(x * x + y * y) - _ra;
        if (s >= _cos * _length)
            return MathF.Sqrt(x * x + (y - _length) * (y - _length)) - _rb;
        return _cos * x + _sin * y - _ra;
    }
}
