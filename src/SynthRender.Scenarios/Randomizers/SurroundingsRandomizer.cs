using SynthRender.Environments;
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
        var brightness = Brightness.Sample(stream, "brightness");
        var sky = SkyColor?.Sample(stream, "sky");
        var ground = GroundColor?.Sample(stream, "ground");
        var surroundings = iteration.Scene.Surroundings switch
        {
            GradientSurroundings gradient => new GradientSurroundings(
                brightness * (sky ?? gradient.SkyRadiance), brightness * (ground ?? gradient.GroundRadiance)) { Background = gradient.Background },
            LightingEnvironment environment when sky is null && ground is null => environment with { Intensity = brightness * environment.Intensity },
            var other => (Surroundings)(sky is null || ground is null
                ? throw iteration.Fail($"SkyColor and GroundColor belong to a gradient, the surroundings are of type {other.GetType().Name}; leave both null, or set both.")
                : new GradientSurroundings(brightness * sky.Value, brightness * ground.Value) { Background = other.Background }),
        };
        iteration.Scene.Surroundings = surroundings with { Background = Background?.Sample(stream, "background") ?? surroundings.Background };
    }
}
