using System.Numerics;

namespace SynthRender.Lights;

/// <summary>Radiance from above and from below, blended by the sine of the elevation, linear RGB in W/(m²·sr).</summary>
/// <param name="SkyRadiance">Radiance from straight above.</param>
/// <param name="GroundRadiance">Radiance from straight below.</param>
public sealed record GradientSurroundings(Vector3 SkyRadiance, Vector3 GroundRadiance) : Surroundings;
