namespace SynthRender.Lights;

/// <summary>
/// A glowing rectangle around the node's origin, in its XY plane: a window, a soft box, a ceiling panel. It shines along the node's
/// −Z with the same radiance in all directions of that side. The light itself is not drawn. Scales of nodes leave its size as it is.
/// </summary>
public sealed record RectangleLight : Light
{
    private readonly float _width = 1;
    private readonly float _height = 1;

    /// <summary>Size along the node's X, metres, above 0.</summary>
    public float Width { get => _width; init => _width = Positive(value, nameof(Width)); }

    /// <summary>Size along the node's Y, metres, above 0.</summary>
    public float Height { get => _height; init => _height = Positive(value, nameof(Height)); }

    /// <summary>
    /// Radiance of the surface, W/(m²·sr). The radiant exitance is π·Radiance; the power of a one-sided panel is π·Radiance·Width·Height,
    /// so one of P watts has Radiance = P/(π·Width·Height).
    /// </summary>
    public float Radiance { get; init; } = 1;

    /// <summary>True when it shines along +Z as well.</summary>
    public bool TwoSided { get; init; }
}
