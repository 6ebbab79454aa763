using SynthRender.Lights;

namespace SynthRender.Environments;

/// <summary>
/// Surroundings that are seen in reflections and light surfaces from every direction by what lies there: an image, or one made from
/// parameters. Radiance is linear RGB in W/(m²·sr). A light that casts hard shadows, such as the sun, is not in it but a light of its own.
/// </summary>
public abstract record LightingEnvironment : Surroundings
{
    private readonly float _rotation;
    private readonly float _intensity = 1;

    /// <summary>Turn about the vertical, radians, any finite number; positive turns +Z towards +X, counterclockwise seen from above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public float Rotation
    {
        get => _rotation;
        init => _rotation = EnvironmentRange.Check(value, float.MinValue, float.MaxValue);
    }

    /// <summary>Factor on the radiance, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float Intensity
    {
        get => _intensity;
        init => _intensity = EnvironmentRange.Check(value, 0, float.MaxValue);
    }
}
