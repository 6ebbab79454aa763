using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>Union of solids with a quadratic fillet (polynomial smooth minimum, as described by I. Quilez).</summary>
public sealed class SmoothUnion : Field
{
    private readonly Field[] _parts;
    private readonly float _k;

    /// <summary>Joins the parts in order.</summary>
    /// <param name="k">Width of the fillet in metres; 0 for a sharp crease.</param>
    /// <param name="parts">At least one.</param>
    public SmoothUnion(float k, IEnumerable<Field> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        _parts = [.. parts];
        if (_parts.Length == 0)
            throw new ArgumentException("A union needs at least one part.", nameof(parts));
        _k = k;
        var box = _parts[0].Bounds;
        foreach (var part in _parts)
            box = box.Union(part.Bounds);
        Bounds = box.Grown(k * 0.5f);
        Lipschitz = _parts.Max(p => p.Lipschitz);
    }

    /// <inheritdoc/>
    public override Box Bounds { get; }

    /// <inheritdoc/>
    public override float Lipschitz { get; }

    /// <inheritdoc/>
    public override float Distance(Vector3 p)
    {
        var d = _parts[0].Distance(p);
        for (var i = 1; i < _parts.Length; i++)
            d = Smooth.Min(d, _parts[i].Distance(p), _k);
        return d;
    }

    /// <inheritdoc/>
    public override Field Within(Vector3 centre, float radius)
    {
        // A part whose least value in the ball exceeds the union's greatest by the fillet cannot change the result.
        Span<float> value = _parts.Length <= 128 ? stackalloc float[_parts.Length] : new float[_parts.Length];
        var most = float.MaxValue;
        for (var i = 0; i < _parts.Length; i++)
        {
            value[i] = _parts[i].Distance(centre);
            most = MathF.Min(most, value[i] + _parts[i].Lipschitz * radius);
        }

        var kept = new List<Field>();
        for (var i = 0; i < _parts.Length; i++)
            if (value[i] - _parts[i].Lipschitz * radius <= most + 1.5f * _k)
                kept.Add(_parts[i].Within(centre, radius));
        return kept.Count == 1 ? kept[0] : new SmoothUnion(_k, kept);
    }
}
