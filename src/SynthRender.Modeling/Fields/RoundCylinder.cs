using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A cylinder or truncated cone between two points, with rounded rims. Exact for a cylinder, a bound for a cone.</summary>
public sealed class RoundCylinder : Field
{
    private readonly Vector3 _centre;
    private readonly Vector3 _axis;
    private readonly float _half;
    private readonly float _ra;
    private readonly float _rb;
    private readonly float _round;
    private readonly float _scale;

    /// <summary>A cylinder from <paramref name="a"/> to <paramref name="b"/>.</summary>
    /// <param name="a">Middle of one end.</param>
    /// <param name="b">Middle of the other.</param>
    /// <param name="radius">Radius at <paramref name="a"/>, metres.</param>
    /// <param name="round">Radius of the rims.</param>
    /// <param name="radiusAtB">Radius at <paramref name="b"/>; the same when left out.</param>
    public RoundCylinder(Vector3 a, Vector3 b, float radius, float round, float? radiusAtB = null)
    {
        var length = Vector3.Distance(a, b);
        if (!(length > 0f))
            throw new ArgumentException("A cylinder needs two different ends.", nameof(b));
        (_centre, _axis, _half) = ((a + b) * 0.5f, (b - a) / length, length * 0.5f);
        (_ra, _rb, _round) = (radius, radiusAtB ?? radius, round);
        var slope = (_rb - _ra) / length;
        _scale = 1f / MathF.Sqrt(1f + slope * slope);
        var most = MathF.Max(_ra, _rb);
        var reach = new Vector3(Side(_axis.X), Side(_axis.Y), Side(_axis.Z)) * most;
        Bounds = new Box(Vector3.Min(a, b) - reach, Vector3.Max(a, b) + reach);

        static float Side(float c) => MathF.Sqrt(MathF.Max(0f, 1f - c * c));
    }

    /// <inheritdoc/>
    public override Box Bounds { get; }

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var q = p - _centre;
        var y = Vector3.Dot(q, _axis);
        var x = MathF.Sqrt(MathF.Max(0f, q.LengthSquared() - y * y));
        var t = Math.Clamp(y / (2f * _half) + 0.5f, 0f, 1f);
        var dx = (x - (_ra + (_rb - _ra) * t)) * _scale + _round;
        var dy = MathF.Abs(y) - _half + _round;
        var outside = MathF.Sqrt(MathF.Max(dx, 0f) * MathF.Max(dx, 0f) + MathF.Max(dy, 0f) * MathF.Max(dy, 0f));
        return outside + MathF.Min(MathF.Max(dx, dy), 0f) - _round;
    }
}
