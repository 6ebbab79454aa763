namespace SynthRender.Cameras;

/// <summary>How the image darkens towards its corners, and the round field of an endoscope. Only colour changes; ids and depth do not.</summary>
public sealed record Vignette
{
    private readonly float _strength = 1;
    private readonly float? _fieldRadius;
    private readonly float _fieldSoftness = 0.01f;

    /// <summary>Light falls with the 4·Strength-th power of the cosine to the optical axis: 0 not at all, 1 as in a simple lens (cos⁴).</summary>
    public float Strength
    {
        get => _strength;
        init => _strength = value >= 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Strength), value, "The strength of a vignette is 0 or more.");
    }

    /// <summary>
    /// Radius of the round field as a fraction of half the image's height, above 0, or null for none. Outside it the image is black.
    /// </summary>
    public float? FieldRadius
    {
        get => _fieldRadius;
        init => _fieldRadius = value is null || (value > 0 && float.IsFinite(value.Value)) ? value : throw new ArgumentOutOfRangeException(
            nameof(FieldRadius), value, "The radius of the field is a fraction of half the image's height, above 0.");
    }

    /// <summary>Width of the field's edge as a fraction of half the image's height, 0 or more; it is never narrower than a pixel.</summary>
    public float FieldSoftness
    {
        get => _fieldSoftness;
        init => _fieldSoftness = value >= 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(FieldSoftness), value, "The softness of the field's edge is a fraction of half the image's height, 0 or more.");
    }
}
