using System.Collections.Immutable;
using System.Diagnostics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
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
    private readonly ImmutableArray<Randomizer> _active;

    private ScenarioRun(Scenario scenario, ScenarioSettings settings, SceneOptions options)
    {
        (Scenario, _settings, Options) = (scenario, settings, options.Declared);
        Cameras = [.. scenario.Scene.AllCameras];
        CameraNames = [.. Cameras.Select(c => c.Name)];
        _active = [.. scenario.Randomizers.Where(r => r.Enabled)];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The seed.</summary>
    public ulong Seed => _settings.Seed;

    /// <summary>How many frames the scenario has.</summary>
    public int FrameCount => Scenario.FrameCount;

    /// <summary>The cameras, in tree order; those as well that are off unless a frame turns them on.</summary>
    public ImmutableArray<PerceptionCamera> Cameras { get; }

    /// <summary>The cameras' names, in tree order.</summary>
    public ImmutableArray<string> CameraNames { get; }

    /// <summary>The options that the scene declares, with their values.</summary>
    public IReadOnlyList<SceneOption> Options { get; }

    /// <summary>
    /// Every class that is known to be labelled: those of labelled nodes, of what randomizers place with a label, and declared ones; with the
    /// keypoints of their models. Sorted by name.
    /// </summary>
    /// <param name="keypoints">What becomes of models of one category that disagree about its keypoints.</param>
    /// <exception cref="AssetException">They do, and may not, or cannot be merged; the message names the two files.</exception>
    public ImmutableArray<(Labeling Labeling, KeypointTemplate? Template)> Categories(KeypointLists keypoints = KeypointLists.Equal)
    {
        var found = new CategoryList(keypoints);
        // Disabled ones as well: a randomizer may enable them.
        foreach (var model in Scenario.Scene.Root.SelfAndDescendants().OfType<ModelNode>())
            if (model.Labeling is { } labeling) found.Add(labeling, model.Asset);
        foreach (var (labeling, model) in Scenario.DeclaredModels) found.Add(labeling, model);
        foreach (var (labeling, template) in Scenario.DeclaredLabels) found.Add(labeling, template);
        return found.Sorted();
    }

    /// <summary>Builds a scenario.</summary>
    /// <exception cref="SceneOptionException">An option was asked for that the scene does not have or take.</exception>
    /// <exception cref="InvalidOperationException">The scene has no camera, or two of one name; or the scenario has been started before.</exception>
    public static ScenarioRun Start(Scenario scenario, ScenarioSettings settings)
    {
        var options = new SceneOptions(settings.Options);
        scenario.Build(settings, options);
        options.CheckAllKnown();
        if (settings.ImageSize is { } size)
            foreach (var camera in scenario.Scene.AllCameras)
                camera.Lens = camera.Lens with { Width = size.Width, Height = size.Height };
        var cameras = new HashSet<string>(StringComparer.Ordinal);
        foreach (var camera in scenario.Scene.AllCameras)
            if (!cameras.Add(camera.Name))
                throw new InvalidOperationException($"Two cameras are named '{camera.Name}'; images are named for their camera, so give each its own name.");
        if (cameras.Count == 0)
            throw new InvalidOperationException("The scene has no camera; add one in OnBuild with scene.AddCamera(…).");
        foreach (var randomizer in scenario.Randomizers) randomizer.OnAwake(scenario);
        scenario.Scene.CaptureBaseline();
        var run = new ScenarioRun(scenario, settings, options);
        foreach (var randomizer in scenario.Randomizers) randomizer.Start();
        foreach (var randomizer in run._active) randomizer.OnScenarioStart();
        return run;
    }

    /// <summary>
    /// Samples a frame: the scene as it was built, changed by every randomizer in turn, frozen once for each camera that is enabled.
    /// </summary>
    /// <param name="frame">The frame's index, 0 or more; it may lie beyond <see cref="FrameCount"/>.</param>
    /// <exception cref="FrameException">A randomizer found no way to make the frame, or failed.</exception>
    public IReadOnlyList<FrameSnapshot> Sample(int frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        Scenario.Scene.RestoreBaseline();
        try
        {
            return Freeze(frame, Randomize(frame));
        }
        finally
        {
            foreach (var randomizer in _active) randomizer.OnIterationEnd();
        }
    }

    /// <summary>The innermost line of the scene's own code on an exception's way, as " (file:line)"; empty when it is not known.</summary>
    public string SourceOf(Exception error)
    {
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
            if (frame.GetFileName() is { } file && frame.GetMethod()?.Module.Assembly == Scenario.GetType().Assembly)
                return $" ({file}:{frame.GetFileLineNumber()})";
        return "";
    }

    /// <summary>Tells the randomizers that no more frames will be asked for.</summary>
    public void Complete()
    {
        foreach (var randomizer in _active) randomizer.OnScenarioComplete();
        foreach (var randomizer in _active) randomizer.OnDisable();
    }

    private ImmutableArray<SampledValue> Randomize(int frame)
    {
        var log = ImmutableArray.CreateBuilder<SampledValue>();
        var iterations = new Iteration[_active.Length];
        var footing = new Footing(Scenario.Scene);
        footing.Keep();
        for (var i = 0; i < _active.Length; i++)
        {
            var (randomizer, iteration) = (_active[i], new Iteration(Scenario.Scene, Seed, frame, _active[i].Name, log));
            iterations[i] = iteration;
            Guard(frame, randomizer.Name, () => randomizer.OnIterationStart(iteration), footing);
        }

        for (var i = 0; i < _active.Length; i++)
        {
            var (randomizer, iteration) = (_active[i], iterations[i]);
            Guard(frame, randomizer.Name, () => randomizer.OnUpdate(iteration), footing);
        }

        return log.DrainToImmutable();
    }

    private List<FrameSnapshot> Freeze(int frame, ImmutableArray<SampledValue> values)
    {
        var snapshots = new List<FrameSnapshot>(Cameras.Length);
        Guard(frame, "snapshot", () =>
        {
            foreach (var camera in Scenario.Scene.Cameras)
            {
                if (!Cameras.Contains(camera))
                    throw new InvalidOperationException(
                        $"The camera '{camera.Name}' was added while frames are made. Add it in OnBuild, with Enabled = false, and turn it on in a frame.");
                snapshots.Add(SnapshotBuilder.Capture(Scenario.Scene, camera, frame, values));
            }
        });
        return snapshots;
    }

    /// <summary>What goes wrong in one frame fails that frame: a night's run does not end for it.</summary>
    private void Guard(int frame, string who, Action work, Footing? footing = null)
    {
        try
        {
            work();
            footing?.Keep();
        }
        catch (Exception error) when (error is not (FrameException or OutOfMemoryException))
        {
            throw new FrameException(frame, who, "", $"{error.GetType().Name}: {error.Message}{SourceOf(error)}", error);
        }
    }
}
