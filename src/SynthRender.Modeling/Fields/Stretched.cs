using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>A solid stretched about a pivot; the value is the source's, scaled by the least factor, so that it stays a bound.</summary>
internal sealed class Stretched : Field
{
    private readonly Field _source;
    private readonly Vector3 _pivot;
    private readonly Vector3 _factors;
    private readonly float _least;

    public Stretched(Field source, Vector3 pivot, Vector3 factors)
    {
        _least = MathF.Min(factors.X, MathF.Min(factors.Y, factors.Z));
        if (!(_least > 0f))
            throw new ArgumentException($"Stretch factors are positive, not {factors}.", nameof(factors));
        (_source, _pivot, _factors) = (source, pivot, factors);
    }

    public override Box Bounds =>
        new((_source.Bounds.Min - _pivot) * _factors + _pivot, (_source.Bounds.Max - _pivot) * _factors + _pivot);

    public override float Lipschitz => _source.Lipschitz;

    public override float Distance(Vector3 p) => _source.Distance((p - _pivot) / _factors + _pivot) * _least;

    public override Field Within(Vector3 centre, float radius) =>
        new Stretched(_source.Within((centre - _pivot) / _factors + _pivot, radius / _least), _pivot, _factors);
}
