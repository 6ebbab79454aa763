using System.Numerics;

namespace SynthRender.Lights;

/// <summary>A light source in linear, radiometric units. Its place and direction come from its node.</summary>
public abstract record Light
{
    /// <summary>Linear RGB tint, normally with a largest component of 1.</summary>
    public Vector3 Color { get; init; } = Vector3.One;

    /// <summary>True when surfaces behind others stay dark.</summary>
    public bool CastsShadow { get; init; } = true;

    /// <summary>What makes the light impossible, to follow "Light 'name' ", or null.</summary>
    internal virtual string? Fault => null;

    private protected static float Positive(float value, string name) => value > 0 && float.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is in metres and above 0.");
}
