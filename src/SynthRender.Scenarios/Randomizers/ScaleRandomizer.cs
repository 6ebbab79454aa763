using SynthRender.Parameters;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Scales models about their own origin, alike along all axes.</summary>
public sealed class ScaleRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <summary>Factor on the scale, above 0.</summary>
    public FloatParameter Scale { get; init; } = Distributions.Uniform(0.8, 1.25);

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario) => Scale.AboveZero($"{Name}.Scale");

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
            model.Local = model.Local with { Scale = model.Local.Scale * Scale.Sample(iteration.Stream(model), "scale") };
    }
}
