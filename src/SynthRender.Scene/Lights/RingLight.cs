namespace SynthRender.Lights;

/// <summary>
/// A glowing ring around the node's origin, in its XY plane: the ring light of an endoscope, a dermatoscope or a camera, or a round
/// lamp when <see cref="InnerRadius"/> is 0. It shines along the node's −Z with the same radiance in all directions of that side. The
/// light itself is not drawn. Scales of nodes leave its size as it is.
/// </summary>
public sealed record RingLight : Light
{
    private readonly float _outerRadius = 0.5f;
    private readonly float _innerRadius;

    /// <summary>Radius of the outer edge, metres, above 0.</summary>
    public float OuterRadius { get => _outerRadius; init => _outerRadius = Positive(value, nameof(OuterRadius)); }

    /// <summary>Radius of the hole, metres, from 0 (a disc) to below <see cref="OuterRadius"/>.</summary>
    public float InnerRadius
    {
        get => _innerRadius;
        init => _innerRadius = value >= 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(InnerRadius), value, "The inner radius is in metres, 0 or more.");
    }

    /// <summary>
    /// Radiance of the surface, W/(m²·sr). The radiant exitance is π·Radiance; the power of a one-sided ring of area
    /// A = π·(OuterRadius² − InnerRadius²) is π·Radiance·A.
    /// </summary>
    public float Radiance { get; init; } = 1;

    /// <summary>True when it shines along +Z as well.</summary>
    public bool TwoSided { get; init; }

    internal override string? Fault => InnerRadius < OuterRadius
        ? null
        : $"has an inner radius of {InnerRadius} m, which is not below its outer radius of {OuterRadius} m";
}
