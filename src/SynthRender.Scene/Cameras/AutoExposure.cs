namespace SynthRender.Cameras;

/// <summary>
/// A meter that sets the exposure from the frame itself: the mean of log luminance over the image becomes <see cref="Key"/> (Reinhard
/// et al., SIGGRAPH 2002, equations 1 and 2). It sees this frame alone, so frames stay independent of each other.
/// </summary>
public sealed record AutoExposure
{
    private readonly float _key = 0.18f;
    private readonly float _least = 1f / 64;
    private readonly float _most = 64;

    /// <summary>The displayed value that the frame's mean luminance is brought to, above 0; 0.18 is mid grey.</summary>
    public float Key { get => _key; init => _key = Above(value, nameof(Key)); }

    /// <summary>The least factor that the meter sets, above 0.</summary>
    public float Least { get => _least; init => _least = Above(value, nameof(Least)); }

    /// <summary>The largest factor that the meter sets, above 0: what keeps a dark frame dark.</summary>
    public float Most { get => _most; init => _most = Above(value, nameof(Most)); }

    private static float Above(float value, string name) => value > 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is a factor above 0.");
}
