namespace SynthRender.Randomizers;

/// <summary>Turns models to any orientation, all equally likely, about their own origin.</summary>
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
            var rotation = stream.NextRotation();
            stream.Record("rotation", $"{rotation.X:R} {rotation.Y:R} {rotation.Z:R} {rotation.W:R}");
            model.Local = model.Local with { Rotation = rotation };
        }
    }
}
