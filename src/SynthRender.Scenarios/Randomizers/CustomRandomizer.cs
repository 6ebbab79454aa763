namespace SynthRender.Randomizers;

/// <summary>A randomizer that a scene file writes as a lambda.</summary>
internal sealed class CustomRandomizer(Action<Iteration> change) : Randomizer
{
    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration) => change(iteration);
}
