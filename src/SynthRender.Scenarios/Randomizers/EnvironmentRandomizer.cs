using SynthRender.Environments;
using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Chooses what lies around the scene among given environments, each equally likely, and turns and scales it.</summary>
public sealed class EnvironmentRandomizer : Randomizer
{
    /// <summary>What is chosen from, at least one, of any kinds. Each keeps its own background.</summary>
    public required IReadOnlyList<LightingEnvironment> Environments { get; init; }

    /// <summary>Turn about the vertical, radians, added to the chosen environment's own.</summary>
    public FloatParameter Rotation { get; init; } = Distributions.Uniform(0, 2 * Math.PI);

    /// <summary>Factor on the chosen environment's own intensity, 0 or more.</summary>
    public FloatParameter Intensity { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Environments.Count == 0) throw new ArgumentException($"{Name} has no environments.");
        Intensity.Within(0, float.MaxValue, $"{Name}.Intensity");
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var stream = iteration.Stream();
        var chosen = Environments[stream.Record("environment", stream.NextIndex(Environments.Count))];
        if (chosen is ImageEnvironment image) stream.Record("image", image.Image.Name);
        iteration.Scene.Surroundings = chosen with
        {
            Rotation = chosen.Rotation + Rotation.Sample(stream, "rotation"),
            Intensity = chosen.Intensity * Intensity.Sample(stream, "intensity"),
        };
    }
}
