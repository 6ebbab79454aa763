using System.Collections.Immutable;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Labels;
using SynthRender.Randomizers;

namespace SynthRender.Scenarios;

/// <summary>
/// A built scenario from which frames are sampled. Any frame can be asked for at any time, in any order: it depends on scene, assets,
/// seed and index alone. Not safe for several threads; one run each, they give equal frames.
/// </summary>
public sealed class ScenarioRun
{
    private readonly ScenarioSettings _settings;

    private ScenarioRun(Scenario scenario, ScenarioSettings settings, SceneOptions options)
    {
        (Scenario, _settings, Options) = (scenario, settings, options.Declared);
        Cameras = [.. scenario.Scene.Cameras];
        CameraNames = [.. Cameras.Select(c => c.Name)];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The seed.</summary>
    public ulong Seed => _settings.Seed;

    /// <summary>How many frames the scenario has.</summary>
    public int FrameCount => Scenario.FrameCount;

    /// <summary>The cameras, in tree order.</summary>
    public ImmutableArray<PerceptionCamera> Cameras { get; }

    /// <summary>The cameras' names, in tree order.</summary>
    public ImmutableArray<string> CameraNames { get; }

    /// <summary>The options that the scene declares, with their values.</summary>
    public IReadOnlyList<SceneOption> Options { get; }

    /// <summary>
    /// Every class that a frame may show: those of the models that the scenario asked for, of labelled nodes, and declared ones; with the
    /// keypoints of their models. Sorted by name.
    /// </summary>
    public ImmutableArray<(Labeling Labeling, KeypointTemplate? Template)> Categories()
    {
        var found = new SortedDictionary<string, (Labeling, KeypointTemplate?)>(StringComparer.Ordinal);
        void Add(Labeling? labeling, KeypointTemplate? template)
        {
            if (labeling is null) return;
            if (!found.TryGetValue(labeling.Category, out var known) || (known.Item2 is null && template is not null))
                found[labeling.Category] = (labeling, template);
        }

        foreach (var model in Scenario.Scene.Models) Add(model.Labeling, model.Asset.Labels?.Template);
        foreach (var asset in Scenario.LoadedModels) Add(asset.Labels?.ToLabeling(), asset.Labels?.Template);
        foreach (var labeling in Scenario.DeclaredLabels) Add(labeling, null);
        return [.. found.Values];
    }

    /// <summary>Builds a scenario.</summary>
    /// <exception cref="SceneOptionException">An option was asked for that the scene does not have or take.</exception>
    /// <exception cref="InvalidOperationException">The scene has no camera.</exception>
    public static ScenarioRun Start(Scenario scenario, ScenarioSettings settings)
    {
        var options = new SceneOptions(settings.Options);
        scenario.Build(settings, options);
        options.CheckAllKnown();
        if (settings.ImageSize is { } size)
            foreach (var camera in scenario.Scene.Cameras)
                camera.Lens = camera.Lens with { Width = size.Width, Height = size.Height };
        if (!scenario.Scene.Cameras.Any())
            throw new InvalidOperationException("The scene has no camera; add one in OnBuild with scene.AddCamera(…).");
        foreach (var randomizer in scenario.Randomizers) randomizer.OnAwake(scenario);
        scenario.Scene.CaptureBaseline();
        foreach (var randomizer in scenario.Randomizers) randomizer.OnScenarioStart();
        return new ScenarioRun(scenario, settings, options);
    }

    /// <summary>Samples a frame: the scene as it was built, changed by every randomizer in turn, frozen once for each camera.</summary>
    /// <param name="frame">The frame's index, 0 or more; it may lie beyond <see cref="FrameCount"/>.</param>
    /// <exception cref="FrameException">A randomizer found no way to make the frame.</exception>
    public IReadOnlyList<FrameSnapshot> Sample(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        var scene = Scenario.Scene;
        scene.RestoreBaseline();
        var log = ImmutableArray.CreateBuilder<SampledValue>();
        foreach (var randomizer in Scenario.Randomizers)
            if (randomizer.Enabled)
                randomizer.OnIterationStart(new Iteration(scene, Seed, frame, randomizer.Name, log));
        var values = log.ToImmutable();
        var snapshots = new List<FrameSnapshot>();
        foreach (var camera in scene.Cameras) snapshots.Add(SnapshotBuilder.Capture(scene, camera, frame, values));
        foreach (var randomizer in Scenario.Randomizers)
            if (randomizer.Enabled)
                randomizer.OnIterationEnd();
        return snapshots;
    }

    /// <summary>Tells the randomizers that no more frames will be asked for.</summary>
    public void Complete()
    {
        foreach (var randomizer in Scenario.Randomizers) randomizer.OnScenarioComplete();
    }
}
