namespace SynthRender.Lights;

/// <summary>A sun: parallel light along the node's −Z.</summary>
public sealed record DirectionalLight : Light
{
    private readonly float _angularDiameter = 0.0093f;

    /// <summary>Irradiance on a surface that faces the light, W/m². A white diffuse surface then has radiance Irradiance/π.</summary>
    public float Irradiance { get; init; } = MathF.PI;

    /// <summary>Full angle under which the source appears, radians; it softens the shadow's edge, 0 to π/2. The sun's is 0.0093.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The angle lies outside 0 to π/2.</exception>
    public float AngularDiameter { get => _angularDiameter; init => _angularDiameter = AngleRange.Check(value, 0, MathF.PI / 2); }
}
