namespace SynthRender.Lights;

/// <summary>A lamp that shines alike in all directions.</summary>
public sealed record PointLight : Light
{
    /// <summary>Radiant intensity, W/sr. Irradiance at distance d is Intensity/d². A lamp of P watts has P/4π.</summary>
    public float Intensity { get; init; } = 10f;

    /// <summary>Radius of the lamp, metres; it softens the shadow's edge.</summary>
    public float Radius { get; init; } = 0.05f;

    /// <summary>Distance in metres at which the light has faded to nothing (as in KHR_lights_punctual), or infinity.</summary>
    public float Range { get; init; } = float.PositiveInfinity;
}
