using SynthRender.Graph;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>Changes something in the scene for each frame. Several of one type may be in a scenario.</summary>
/// <remarks>
/// The hooks are Unity Perception's; an iteration is a frame. Once: OnAwake and OnEnable when the scenario has been built,
/// OnScenarioStart before the first frame, OnScenarioComplete and OnDisable when no more frames are asked for. For every frame:
/// OnIterationStart of all randomizers, then OnUpdate of all, then the frame is frozen for drawing, then OnIterationEnd of all; each in the
/// order in which they were added. A frame must not depend on the one before: draw from the iteration's streams, keep nothing between
/// frames. The scene is as it was built when the first randomizer of a frame runs.
/// </remarks>
public abstract class Randomizer
{
    private readonly string? _name;
    private string? _joined;
    private bool _enabled = true;
    private bool _running;

    /// <summary>
    /// What the random streams are keyed by: the type's name unless set, and "#2" and so on behind it for the second of a type. Name a
    /// randomizer to keep its draws when another of its type is added before it.
    /// </summary>
    public string Name
    {
        get => _joined ?? GivenName;
        init => _name = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A randomizer's name is not empty.", nameof(value)) : value;
    }

    /// <summary>False leaves the randomizer out of all frames. Set it in OnBuild.</summary>
    /// <exception cref="InvalidOperationException">The scenario has started: a switch that frames could turn would tie them together.</exception>
    public bool Enabled
    {
        get => _enabled;
        set => _enabled = !_running ? value : throw new InvalidOperationException(
            $"{Name}: a randomizer is switched on or off in OnBuild; afterwards it would make frames depend on the ones before.");
    }

    /// <summary>The lights that it works on by itself, which are off when a <see cref="LightingRandomizer"/> has chosen another rig; after OnAwake.</summary>
    internal virtual IEnumerable<LightNode> OwnLights => [];

    internal bool IsNamed => _name is not null;

    internal string GivenName => _name ?? GetType().Name;

    internal void Join(string name) => _joined = _joined is null
        ? name
        : throw new ArgumentException($"The randomizer '{Name}' belongs to a scenario already; make another one.", nameof(name));

    internal void Start()
    {
        _running = true;
        if (_enabled) OnEnable();
    }

    /// <summary>Once, when the scenario has been built, for disabled ones too: check settings, prepare what all frames share.</summary>
    protected internal virtual void OnAwake(Scenario scenario)
    {
    }

    /// <summary>Once, after every randomizer's OnAwake, unless disabled.</summary>
    protected internal virtual void OnEnable()
    {
    }

    /// <summary>Once, before the first frame, unless disabled. What it changes in the scene does not last: use OnAwake for that.</summary>
    protected internal virtual void OnScenarioStart()
    {
    }

    /// <summary>For every frame: change the scene.</summary>
    protected internal virtual void OnIterationStart(Iteration iteration)
    {
    }

    /// <summary>For every frame, after OnIterationStart of all randomizers: what must see what the others did, such as aiming a camera.</summary>
    protected internal virtual void OnUpdate(Iteration iteration)
    {
    }

    /// <summary>For every frame, after it has been frozen for drawing or has failed.</summary>
    protected internal virtual void OnIterationEnd()
    {
    }

    /// <summary>Once, after the last frame, unless disabled.</summary>
    protected internal virtual void OnScenarioComplete()
    {
    }

    /// <summary>Once, after OnScenarioComplete, unless disabled.</summary>
    protected internal virtual void OnDisable()
    {
    }
}
