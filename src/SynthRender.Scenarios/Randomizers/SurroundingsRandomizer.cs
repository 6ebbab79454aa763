using System.Numerics;
using SynthRender.Lights;
using SynthRender.Parameters;

namespace SynthRender.Randomizers;

/// <summary>Changes the light from everywhere and the background.</summary>
public sealed class SurroundingsRandomizer : Randomizer
{
    /// <summary>Factor on the radiance of sky and ground, 0 or more.</summary>
    public FloatParameter Brightness { get; init; } = 1;

    /// <summary>Tint of the sky, or null to keep the scene's.</summary>
    public ColorParameter? SkyColor { get; init; }

    /// <summary>Tint of the light from below, or null to keep the scene's.</summary>
    public ColorParameter? GroundColor { get; init; }

    /// <summary>What is seen where there is no surface, or null to keep the scene's.</summary>
    public ColorParameter? Background { get; init; }

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenarios.Scenario scenario) => Brightness.Within(0, double.MaxValue, $"{Name}.Brightness");

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var surroundings = iteration.Scene.Surroundings;
        var brightness = Brightness.Sample(stream, "brightness");
        iteration.Scene.Surroundings = new Surroundings(
            brightness * (SkyColor?.Sample(stream, "sky") ?? surroundings.SkyRadiance),
            brightness * (GroundColor?.Sample(stream, "ground") ?? surroundings.GroundRadiance),
            Background?.Sample(stream, "background") ?? surroundings.Background);
    }
}
