using SynthRender.Graph;
using SynthRender.Parameters;
using SynthRender.Samplers;
using SynthRender.Scenarios;

namespace SynthRender.Randomizers;

/// <summary>
/// Lights each frame in one of several ways: under the sky, in a studio, by the room's lamps. A frame has the lights of the rig that was chosen
/// for it; lights that are in no rig are on in all frames.
/// </summary>
/// <remarks>The draws of a rig's randomizers are keyed by "NAME/RIG/RANDOMIZER", so that one more rig changes nobody else's.</remarks>
public sealed class LightingRandomizer : Randomizer
{
    private readonly Dictionary<LightingRig, LightNode[]> _lights = [];
    private CategoricalParameter<LightingRig>? _choice;
    private (Randomizer Randomizer, Iteration Iteration)[] _running = [];

    /// <summary>The ways to choose from, each by its weight; at least one, with names of their own.</summary>
    public required IReadOnlyList<LightingRig> Rigs { get; init; }

    private IEnumerable<Randomizer> Nested => Rigs.SelectMany(rig => rig.Randomizers);

    internal override IEnumerable<LightNode> OwnLights => _lights.Values.SelectMany(lights => lights).Distinct();

    /// <inheritdoc/>
    protected internal override void OnAwake(Scenario scenario)
    {
        if (Rigs.Count == 0) throw new ArgumentException($"{Name} has no rigs.");
        if (Rigs.GroupBy(rig => rig.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new ArgumentException($"{Name}: two rigs are named '{same.Key}'; each needs its own name.");
        _choice = new CategoricalParameter<LightingRig>(Rigs.Select(rig => (rig, rig.Weight)));
        foreach (var rig in Rigs)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var randomizer in rig.Randomizers)
            {
                var given = $"{Name}/{rig.Name}/{StreamTarget.Part(randomizer.GivenName)}";
                var name = given;
                for (var n = 2; !names.Add(name); n++) name = $"{given}#{n}";
                if (scenario.Randomizers.Any(other => other.Name == name))
                    throw new ArgumentException($"{Name}: the scenario has a randomizer '{name}', which is what one of the rig '{rig.Name}' is called; give it another name.");
                randomizer.Join(name);
                randomizer.OnAwake(scenario);
            }

            if (rig.Lights.FirstOrDefault(light => !scenario.Scene.Root.SelfAndDescendants().Contains(light)) is { } stranger)
                throw new ArgumentException($"{Name}: the light '{stranger.Name}' of the rig '{rig.Name}' is not in the scene; add it in OnBuild.");
            _lights[rig] = [.. rig.Lights.Concat(rig.Randomizers.SelectMany(r => r.OwnLights)).Distinct()];
        }
    }

    /// <inheritdoc/>
    protected internal override void OnEnable()
    {
        foreach (var randomizer in Nested) randomizer.Start();
    }

    /// <inheritdoc/>
    protected internal override void OnScenarioStart()
    {
        foreach (var randomizer in Nested.Where(r => r.Enabled)) randomizer.OnScenarioStart();
    }

    /// <inheritdoc/>
    protected internal override void OnIterationStart(Iteration iteration)
    {
        var rig = _choice!.Sample(iteration.Stream(), "rig", r => r.Name);
        foreach (var light in OwnLights)
            if (!_lights[rig].Contains(light)) light.Enabled = false;
        if (rig.Surroundings is { } surroundings) iteration.Scene.Surroundings = surroundings;
        _running = [.. rig.Randomizers.Where(r => r.Enabled).Select(r => (r, iteration.For(r.Name)))];
        foreach (var (randomizer, own) in _running) randomizer.OnIterationStart(own);
    }

    /// <inheritdoc/>
    protected internal override void OnUpdate(Iteration iteration)
    {
        foreach (var (randomizer, own) in _running) randomizer.OnUpdate(own);
    }

    /// <inheritdoc/>
    protected internal override void OnIterationEnd()
    {
        foreach (var (randomizer, _) in _running) randomizer.OnIterationEnd();
        _running = [];
    }

    /// <inheritdoc/>
    protected internal override void OnScenarioComplete()
    {
        foreach (var randomizer in Nested.Where(r => r.Enabled)) randomizer.OnScenarioComplete();
    }

    /// <inheritdoc/>
    protected internal override void OnDisable()
    {
        foreach (var randomizer in Nested.Where(r => r.Enabled)) randomizer.OnDisable();
    }
}
