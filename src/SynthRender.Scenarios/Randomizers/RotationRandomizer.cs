namespace SynthRender.Randomizers;

/// <summary>Turns models to any orientation, all equally likely, about their own origin; what stands on the ground stands on it afterwards too.</summary>
public sealed class RotationRandomizer : Randomizer
{
    /// <summary>Which models.</summary>
    public Selection Of { get; init; } = Selection.Foreground;

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        foreach (var model in Of.In(iteration.Scene))
        {
            var stream = iteration.Stream(model);
            model.Local = model.Local with { Rotation = stream.Record("rotation", stream.NextRotation()) };
        }
    }
}
