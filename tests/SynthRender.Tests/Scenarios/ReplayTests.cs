using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Scenarios;

/// <summary>A frame is a function of scene, seed and index alone.</summary>
public sealed class ReplayTests
{
    private const int Frames = 12;

    /// <summary>A scene with every randomizer there is.</summary>
    private static ScenarioRun Full(ulong seed = 1, Action<SceneInCode>? before = null, Action<SceneInCode>? after = null) => SceneInCode.Start(
        scene =>
        {
            scene.Scene.AddLight(new PointLight(), name: "lamp");
            scene.Place(label: null, name: "floor");
            before?.Invoke(scene);
            scene.Add(
                new ForegroundObjectPlacementRandomizer { Prefabs = [Robot(), SceneInCode.Thing("vase")], Count = Uniform(1, 5), Area = new(40, 40), Scale = Uniform(0.5, 1) },
                new BackgroundObjectPlacementRandomizer { Prefabs = [SceneInCode.Thing("stone"), Robot()], Count = Uniform(0, 4), Area = new(40, 40), Center = new(0, 0, -50) },
                new AnimationPoseRandomizer(),
                new JointPoseRandomizer { Amount = Uniform(0.5, 1) },
                new MorphRandomizer(),
                new TransformRandomizer { Translation = new(0, Uniform(0, 1), 0), Rotation = new(Normal(0, 0.1), 0, 0), Scale = LogUniform(0.9, 1.1) },
                new RotationRandomizer { Of = Selection.Category("vase") },
                new MaterialRandomizer { VariantChance = 0.5, Roughness = Uniform(0, 1), Metallic = Curve((0, 1), (1, 0)), Tint = Hsv(Uniform(0, 1), 0.5, 1) },
                new ColorRandomizer { Of = Selection.Background },
                new TextureRandomizer { Of = Selection.Category("vase"), Textures = [Image("a"), Image("b")], Repeat = Uniform(1, 4), Rotation = Uniform(0, 1) },
                new SunAngleRandomizer(),
                new LightRandomizer { Light = "lamp", Kelvin = Uniform(2000, 9000), IntensityFactor = Uniform(0, 2), Translation = new(Uniform(-1, 1), 0, 0) },
                new SurroundingsRandomizer { Brightness = Uniform(0.5, 2), SkyColor = Hsv(0.6, Uniform(0, 0.5), 0.8) },
                new CameraRandomizer { Distance = Uniform(60, 90), AimJitter = Uniform(-0.05, 0.05), Roll = Normal(0, 0.05), VerticalFov = Uniform(0.5, 1) });
            after?.Invoke(scene);
        },
        seed);

    private static TextureImage Image(string name) => new(name, 1, 1, new byte[4]);

    /// <summary>A model with a joint, a clip, a morph target, a variant and a keypoint.</summary>
    private static ModelAsset Robot()
    {
        ImmutableArray<NodeAsset> nodes =
        [
            new("root", -1, Transform.Identity, 0, -1, [0], -1, -1),
            new("arm", 0, Transform.At(Vector3.UnitY), -1, -1, [], -1, -1),
        ];
        var mesh = new MeshAsset("mesh", [], ["fat"]);
        var channel = new AnimationChannel(0, AnimationPath.Translation, AnimationInterpolation.Linear, new float[] { 0, 1 }, new float[] { 0, 0, 0, 0, 1, 0 });
        return new ModelAsset("robot", nodes, [mesh], [Material.Default], [])
        {
            Bounds = new BoundingBox(-Vector3.One, Vector3.One),
            Animations = [new AnimationAsset("jump", 1, [channel])],
            Variants = [new MaterialVariant("red", [Material.Default with { BaseColorFactor = new(1, 0, 0, 1) }])],
            Labels = new ModelLabels
            {
                Category = "robot",
                Joints = [new JointLimit(1, JointKind.Revolute, Vector3.UnitX, new(-1, 0, 0), new(1, 0, 0))],
                Keypoints = [new KeypointBinding("hand", 1, Vector3.UnitY)],
                Template = new KeypointTemplate(["hand"], [], []),
            },
        };
    }

    private static ImmutableArray<SampledValue> Values(ScenarioRun run, int frame) => run.Sample(frame)[0].SampledValues;

    [Fact]
    public void Frames_are_equal_in_any_order_and_between_runs()
    {
        var run = Full();
        var first = Enumerable.Range(0, Frames).Select(f => SnapshotText.Of(run.Sample(f))).ToArray();
        Assert.Equal(Frames, first.Distinct().Count());
        Assert.Contains(first, t => t.Contains("asset robot", StringComparison.Ordinal) && t.Contains("image b", StringComparison.Ordinal));
        for (var frame = Frames - 1; frame >= 0; frame--) Assert.Equal(first[frame], SnapshotText.Of(run.Sample(frame)));
        Assert.Equal(first[Frames - 1], SnapshotText.Of(Full().Sample(Frames - 1)));
    }

    [Fact]
    public void Another_seed_makes_other_frames()
    {
        var zero = SnapshotText.Of(Full(seed: 0).Sample(0));
        Assert.Equal(zero, SnapshotText.Of(Full(seed: 0).Sample(0)));
        Assert.NotEqual(zero, SnapshotText.Of(Full(seed: 1).Sample(0)));
        Assert.NotEqual(zero, SnapshotText.Of(Full(seed: 1UL << 40).Sample(0)));
    }

    [Fact]
    public void One_more_randomizer_leaves_the_draws_of_the_others_alone()
    {
        // Added before all others it places models of the same names, and moves lights.
        var more = Full(before: scene => scene.Add(
            new ForegroundObjectPlacementRandomizer { Name = "extra", Prefabs = [Robot()], Count = Uniform(1, 3), Center = new(0, 0, 50), Area = new(30, 30) },
            new LightRandomizer { Name = "extra light", IntensityFactor = Uniform(0, 1) },
            new Change(iteration => iteration.Stream().Record("noise", iteration.Stream().NextDouble()))));
        var plain = Full();
        for (var frame = 0; frame < Frames; frame++)
        {
            var before = Values(plain, frame);
            var targets = before.Select(v => (v.Randomizer, v.Target)).ToHashSet();
            // What the others draw for the new models is new; all that they drew before is as it was.
            var after = Values(more, frame).Where(v => targets.Contains((v.Randomizer, v.Target)));
            Assert.Equal(before, after);
            Assert.Contains(Values(more, frame), v => v.Randomizer == "extra");
        }
    }

    [Fact]
    public void A_randomizer_that_draws_more_changes_nobody_else()
    {
        static ScenarioRun With(int draws) => Full(before: scene => scene.Add(new Change(iteration =>
        {
            var stream = iteration.Stream();
            for (var i = 0; i < draws; i++) stream.NextUInt32();
        })));
        Assert.Equal(SnapshotText.Of(With(1).Sample(3)), SnapshotText.Of(With(1000).Sample(3)));
    }

    [Fact]
    public void A_disabled_randomizer_changes_and_draws_nothing()
    {
        var run = Full(before: scene => scene.Add(
            new LightRandomizer { Name = "off", Enabled = false, IntensityFactor = Uniform(0, 1) },
            new Change(_ => throw new InvalidOperationException("I am off.")) { Enabled = false }));
        Assert.Equal(SnapshotText.Of(Full().Sample(0)), SnapshotText.Of(run.Sample(0)));
    }

    [Fact]
    public void Every_randomizer_writes_down_what_it_drew()
    {
        var run = Full();
        var drawn = Enumerable.Range(0, Frames).SelectMany(f => Values(run, f)).ToLookup(v => v.Randomizer, v => v.Name);
        Assert.Equal(run.Scenario.Randomizers.Select(r => r.Name).Order(), drawn.Select(d => d.Key).Order());
        string[] expected = ["count", "prefab", "scale", "x", "yaw", "z"];
        Assert.Equal(expected, drawn[nameof(ForegroundObjectPlacementRandomizer)].Distinct().Order());
        expected = ["aim.x", "aim.y", "azimuth", "distance", "elevation", "roll", "verticalFov"];
        Assert.Equal(expected, drawn[nameof(CameraRandomizer)].Distinct().Order());
        expected = ["repeat", "rotation", "texture"];
        Assert.Equal(expected, drawn[nameof(TextureRandomizer)].Distinct().Order());
    }
}
