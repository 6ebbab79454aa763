using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Scenarios;

namespace SynthRender.Tests.Scenarios;

/// <summary>A scenario that a test writes as a lambda; it has a camera at (0, 0, 5) that looks at the origin.</summary>
internal sealed class SceneInCode(Action<SceneInCode> build) : FixedLengthScenario
{
    public static ScenarioRun Start(Action<SceneInCode> build, ulong seed = 1, params (string Name, string Value)[] options) =>
        ScenarioRun.Start(new SceneInCode(build), Settings(seed, options));

    public static ScenarioRun Start(params Randomizer[] randomizers) => Start(s => s.Add(randomizers));

    public static ScenarioSettings Settings(ulong seed = 1, params (string Name, string Value)[] options) => new()
    {
        Assets = new AssetLibrary([AppContext.BaseDirectory]),
        Seed = seed,
        Options = options.ToDictionary(o => o.Name, o => o.Value),
    };

    /// <summary>A model of 1×2×3 m that stands on the ground beside its origin; nothing of it can be drawn.</summary>
    public static ModelAsset Thing(string name = "thing", params Material[] materials) =>
        new(name, [new NodeAsset("root", -1, Transform.Identity, -1, -1, [], -1, -1)], [], materials.Length > 0 ? [.. materials] : [Material.Default], [])
        {
            Bounds = new BoundingBox(new(1, 0, 0), new(2, 2, 3)),
        };

    public new int Frames { get => base.Frames; set => base.Frames = value; }

    public ModelNode Place(ModelAsset? asset = null, string? label = "thing", string? name = null)
    {
        var node = Scene.AddModel(asset ?? Thing(), name: name);
        node.Labeling = label is null ? null : new Labeling(label);
        return node;
    }

    public void Add(params Randomizer[] randomizers)
    {
        foreach (var randomizer in randomizers) Randomize(randomizer);
    }

    public new T Option<T>(string name, T value, string description = "", double? minimum = null, double? maximum = null) where T : notnull =>
        base.Option(name, value, description, minimum, maximum);

    public void Declare(Labeling labeling) => DeclareLabel(labeling);

    protected override void OnBuild(Scene scene)
    {
        scene.AddCamera(640, 480, Units.Degrees(45)).Local = Transform.At(new(0, 0, 5));
        build(this);
    }
}
