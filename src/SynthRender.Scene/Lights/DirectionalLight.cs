namespace SynthRender.Lights;

/// <summary>A sun: parallel light along the node's −Z.</summary>
public sealed record DirectionalLight : Light
{
    /// <summary>Irradiance on a surface that faces the light, W/m². A white diffuse surface then has radiance Irradiance/π.</summary>
    public float Irradiance { get; init; } = MathF.PI;

    /// <summary>Full angle under which the source appears, radians; it softens the shadow's edge. The sun's is 0.0093.</summary>
    public float AngularDiameter { get; init; } = 0.0093f;
}
