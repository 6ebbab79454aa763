using System.Numerics;

namespace SynthRender.Lights;

/// <summary>
/// Light that comes from everywhere, radiance by direction, linear RGB in W/(m²·sr); also what is seen where there is no surface. A
/// <see cref="GradientSurroundings"/> costs nothing to speak of; images and made environments are in SynthRender.Environments.
/// </summary>
public abstract record Surroundings
{
    /// <summary>What is seen where there is no surface, or null to see the surroundings themselves.</summary>
    public Vector3? Background { get; init; }

    /// <summary>A grey overcast room.</summary>
    public static GradientSurroundings Default { get; } = Uniform(new Vector3(0.25f));

    /// <summary>The same radiance from all directions.</summary>
    public static GradientSurroundings Uniform(Vector3 radiance) => new(radiance, radiance);
}
