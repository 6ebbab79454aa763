using System.Collections.Immutable;
using SynthRender.Assets;
using SynthRender.Environments;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;
using SynthRender.Randomizers;

namespace SynthRender.Scenarios;

/// <summary>What is in front of the camera, what may vary, and for how many frames. A scene file has one.</summary>
public abstract class Scenario
{
    private readonly List<Randomizer> _randomizers = [];
    private readonly List<(Labeling, KeypointTemplate?)> _labels = [];
    private readonly List<(Labeling, ModelAsset)> _labelledModels = [];
    private ScenarioSettings? _settings;
    private SceneOptions? _options;
    private bool _built;

    /// <summary>How many frames there are when the command line does not say.</summary>
    public abstract int FrameCount { get; }

    /// <summary>The scene; built once, changed by randomizers for each frame and put back after it.</summary>
    public Scene Scene { get; } = new();

    /// <summary>The randomizers, in the order in which they run.</summary>
    public IReadOnlyList<Randomizer> Randomizers => _randomizers;

    /// <summary>The classes that are declared beside those of labelled nodes.</summary>
    internal IReadOnlyList<(Labeling Labeling, KeypointTemplate? Template)> DeclaredLabels => _labels;

    /// <summary>Models that randomizers place, with what they are called then.</summary>
    internal IReadOnlyList<(Labeling Labeling, ModelAsset Model)> DeclaredModels => _labelledModels;

    private ScenarioSettings Settings => _settings
        ?? throw new InvalidOperationException("Models, textures and options are to be had in OnBuild, not in the scenario's constructor.");

    /// <summary>Puts cameras, lights, models and randomizers together. Runs once.</summary>
    protected abstract void OnBuild(Scene scene);

    /// <summary>Adds a randomizer. They run in the order in which they were added; their draws do not depend on it.</summary>
    /// <returns>The randomizer.</returns>
    /// <exception cref="ArgumentException">It was added before, or its name is taken.</exception>
    protected T Randomize<T>(T randomizer) where T : Randomizer
    {
        if (_settings is null || _built)
            throw new InvalidOperationException("Randomizers are added in OnBuild: a frame must not depend on when it is made.");
        if (_randomizers.Contains(randomizer))
            throw new ArgumentException($"The randomizer '{randomizer.Name}' is in the scenario already.", nameof(randomizer));
        var name = randomizer.GivenName;
        for (var n = 2; _randomizers.Any(r => r.Name == name); n++)
        {
            if (randomizer.IsNamed)
                throw new ArgumentException($"Two randomizers are named '{name}'; each needs its own name.", nameof(randomizer));
            name = $"{randomizer.GivenName}#{n}";
        }

        randomizer.Join(name);
        _randomizers.Add(randomizer);
        return randomizer;
    }

    /// <summary>Adds a randomizer that is no more than a few lines: <c>Randomize("sway", frame =&gt; { … })</c>.</summary>
    /// <param name="name">Names it, and keys its random streams.</param>
    /// <param name="change">Changes the scene of a frame; keeps nothing from one frame to the next.</param>
    protected Randomizer Randomize(string name, Action<Iteration> change) => Randomize(new CustomRandomizer(change) { Name = name });

    /// <summary>Loads the models that match patterns such as "wildlife/*.glb", sorted by path.</summary>
    /// <exception cref="AssetException">A pattern matches nothing, or a file is broken.</exception>
    protected ImmutableArray<ModelAsset> Models(params string[] patterns) => [.. Settings.Assets.LoadAll(patterns)];

    /// <summary>Loads one model.</summary>
    /// <exception cref="AssetException">The file is missing or broken.</exception>
    protected ModelAsset Model(string path) => Settings.Assets.Load(path);

    /// <summary>Loads the images that match patterns such as "textures/*.jpg", sorted by path.</summary>
    /// <exception cref="AssetException">A pattern matches nothing, or a file is broken.</exception>
    protected ImmutableArray<TextureImage> Textures(params string[] patterns) => [.. Settings.Assets.LoadTextures(patterns)];

    /// <summary>Loads the equirectangular images that match patterns such as "environments/*.hdr", sorted by path.</summary>
    /// <exception cref="AssetException">A pattern matches nothing, or a file is broken.</exception>
    protected ImmutableArray<EnvironmentImage> Environments(params string[] patterns) => [.. Settings.Assets.LoadEnvironments(patterns)];

    /// <summary>Declares a value that the command line may set with <c>--set name=value</c>, and returns it.</summary>
    /// <typeparam name="T">int, long, float, double, bool, string or an enum.</typeparam>
    /// <param name="name">Letters, digits, '-' and '_'.</param>
    /// <param name="value">What it is when the command line does not say.</param>
    /// <param name="description">What it does, for people.</param>
    /// <param name="minimum">Least allowed number, or null.</param>
    /// <param name="maximum">Largest allowed number, or null.</param>
    /// <exception cref="SceneOptionException">The command line gave something else than such a value.</exception>
    protected T Option<T>(string name, T value, string description = "", double? minimum = null, double? maximum = null) where T : notnull
    {
        _ = Settings;
        return _options!.Declare(name, value, description, minimum, maximum);
    }

    /// <summary>
    /// Declares a class that frames may show though no node carries it yet, so that its id is fixed: where a randomizer of the scene's own
    /// gives labels, for instance. What is not declared is numbered after the others when it turns up.
    /// </summary>
    /// <param name="labeling">The class.</param>
    /// <param name="template">Its keypoints, or null.</param>
    protected internal void DeclareLabel(Labeling labeling, KeypointTemplate? template = null) => _labels.Add((labeling, template));

    internal void DeclareModel(Labeling labeling, ModelAsset model) => _labelledModels.Add((labeling, model));

    internal void Build(ScenarioSettings settings, SceneOptions options)
    {
        if (_settings is not null) throw new InvalidOperationException("A scenario is built once; make another one for another run.");
        (_settings, _options) = (settings, options);
        OnBuild(Scene);
        _built = true;
    }
}
