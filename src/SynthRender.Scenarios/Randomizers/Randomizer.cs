using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Changes something in the scene for each frame. Several of one type may be in a scenario.</summary>
/// <remarks>
/// A frame must not depend on the one before: draw in <see cref="OnIterationStart"/> from the iteration's streams, keep nothing between
/// frames. The scene is as it was built when the first randomizer of a frame runs.
/// </remarks>
public abstract class Randomizer
{
    private readonly string? _name;
    private string? _unique;

    /// <summary>
    /// What the random streams are keyed by: the type's name unless set, and "#2" and so on behind it for the second of a type. Name a
    /// randomizer to keep its draws when another of its type is added before it.
    /// </summary>
    public string Name
    {
        get => _unique ?? GivenName;
        init => _name = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A randomizer's name is not empty.", nameof(value)) : value;
    }

    /// <summary>False skips the randomizer.</summary>
    public bool Enabled { get; set; } = true;

    internal bool IsNamed => _name is not null;

    internal string GivenName => _name ?? GetType().Name;

    internal void SetUniqueName(string name) => _unique = name;

    /// <summary>Once, when the scenario has been built: check settings, prepare what all frames share.</summary>
    protected internal virtual void OnAwake(Scenario scenario)
    {
    }

    /// <summary>Once, before the first frame.</summary>
    protected internal virtual void OnScenarioStart()
    {
    }

    /// <summary>For every frame, in the order in which the randomizers were added.</summary>
    protected internal virtual void OnIterationStart(Iteration iteration)
    {
    }

    /// <summary>For every frame, after it has been frozen for drawing.</summary>
    protected internal virtual void OnIterationEnd()
    {
    }

    /// <summary>Once, after the last frame.</summary>
    protected internal virtual void OnScenarioComplete()
    {
    }
}
