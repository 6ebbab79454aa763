using System.Numerics;

namespace SynthRender.Lights;

/// <summary>
/// Light that comes from everywhere: radiance from above and from below, blended by direction, linear RGB in W/(m²·sr).
/// </summary>
/// <param name="SkyRadiance">Radiance from straight above.</param>
/// <param name="GroundRadiance">Radiance from straight below.</param>
/// <param name="Background">What is seen where there is no surface, or null to see the surroundings themselves.</param>
public sealed record Surroundings(Vector3 SkyRadiance, Vector3 GroundRadiance, Vector3? Background = null)
{
    /// <summary>A grey overcast room.</summary>
    public static Surroundings Default { get; } = Uniform(new Vector3(0.25f));

    /// <summary>The same radiance from all directions.</summary>
    public static Surroundings Uniform(Vector3 radiance) => new(radiance, radiance);
}
