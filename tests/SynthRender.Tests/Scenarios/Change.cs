using SynthRender.Randomizers;

namespace SynthRender.Tests.Scenarios;

/// <summary>A randomizer that a test writes as a lambda.</summary>
internal sealed class Change(Action<Iteration> change) : Randomizer
{
    protected override void OnIterationStart(Iteration iteration) => change(iteration);
}
