using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Datasets;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Scenarios;

public sealed class ScenarioRunTests
{
    [Fact]
    public void Randomizers_of_one_type_get_names_of_their_own()
    {
        var run = SceneInCode.Start(new RotationRandomizer(), new RotationRandomizer { Name = "spin" }, new RotationRandomizer(), new RotationRandomizer());
        Assert.Equal(["RotationRandomizer", "spin", "RotationRandomizer#2", "RotationRandomizer#3"], run.Scenario.Randomizers.Select(r => r.Name));
    }

    [Fact]
    public void A_given_name_is_given_once()
    {
        var error = Assert.Throws<ArgumentException>(() => SceneInCode.Start(new RotationRandomizer { Name = "spin" }, new ColorRandomizer { Name = "spin" }));
        Assert.Contains("'spin'", error.Message, StringComparison.Ordinal);
        var twice = new RotationRandomizer();
        Assert.Throws<ArgumentException>(() => SceneInCode.Start(twice, twice));
        Assert.Throws<ArgumentException>(() => new RotationRandomizer { Name = " " });
    }

    [Fact]
    public void Two_randomizers_of_one_type_draw_differently()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Place();
            s.Add(new RotationRandomizer(), new RotationRandomizer());
        });
        var rotations = run.Sample(0)[0].SampledValues.Select(v => v.Value.ToString()).ToList();
        Assert.Equal(2, rotations.Count);
        Assert.NotEqual(rotations[0], rotations[1]);
    }

    [Fact]
    public void A_scene_needs_a_camera_and_cameras_need_names()
    {
        Assert.Contains("camera", Assert.Throws<InvalidOperationException>(
            () => SceneInCode.Start(s => s.Scene.Root.Remove(s.Scene.Cameras.Single()))).Message, StringComparison.Ordinal);
        Assert.Contains("'camera'", Assert.Throws<InvalidOperationException>(
            () => SceneInCode.Start(s => s.Scene.Root.Add(new Node("rig")).Add(new PerceptionCamera("camera", 10, 10, 1)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_camera_gets_its_snapshot_and_the_size_that_was_asked_for()
    {
        var scenario = new SceneInCode(s => s.Scene.AddCamera(10, 20, 1, "second"));
        var run = ScenarioRun.Start(scenario, SceneInCode.Settings() with { ImageSize = (96, 64) });
        Assert.Equal(["camera", "second"], run.CameraNames);
        Assert.All(run.Sample(5), s => Assert.Equal((5, 96, 64), (s.FrameIndex, s.Camera.Lens.Width, s.Camera.Lens.Height)));
        Assert.Equal(run.CameraNames, run.Sample(0).Select(s => s.Camera.Name));
    }

    [Fact]
    public void Categories_are_all_that_a_frame_may_show()
    {
        var template = new KeypointTemplate(["nose"], [], []);
        var animal = new ModelAsset("animal", SceneInCode.Thing().Nodes, [], SceneInCode.Thing().Materials, [])
        {
            Bounds = new BoundingBox(default, new(1, 1, 1)),
            Labels = new ModelLabels { Category = "deer", Supercategory = "wildlife", Template = template, Keypoints = [new KeypointBinding("nose", 0, default)] },
        };
        var run = SceneInCode.Start(s =>
        {
            s.Place(label: "standing");
            s.Place(label: "hidden").Enabled = false;
            s.Place(label: null);
            s.Declare(new Labeling("declared", Kind: LabelKind.Stuff));
            s.Add(
                new ForegroundObjectPlacementRandomizer { Prefabs = [animal, SceneInCode.Thing("unnamed")] },
                new BackgroundObjectPlacementRandomizer { Prefabs = [SceneInCode.Thing("clutter")] });
        });
        var categories = run.Categories();
        Assert.Equal(["declared", "deer", "hidden", "standing", "unnamed"], categories.Select(c => c.Labeling.Category));
        Assert.Equal((new Labeling("deer", "wildlife"), template), categories[1]);
        Assert.Null(categories[0].Template);
    }

    [Fact]
    public void Models_of_one_category_with_different_keypoints_are_named()
    {
        var (one, two) = (Animal("one.glb", HandMadeFrame.Template("nose", "tail")), Animal("two.glb", HandMadeFrame.Template("tail", "nose")));
        var run = SceneInCode.Start(s =>
        {
            s.Place(one, label: "deer");
            s.Add(new ForegroundObjectPlacementRandomizer { Prefabs = [two] });
        });
        var error = Assert.Throws<AssetException>(() => run.Categories());
        Assert.Equal("two.glb", error.File);
        Assert.Contains("[tail, nose]", error.Message, StringComparison.Ordinal);
        Assert.Contains("one.glb, [nose, tail]", error.Message, StringComparison.Ordinal);
        Assert.Equal(HandMadeFrame.Template("nose", "tail"), Assert.Single(run.Categories(KeypointLists.Merged)).Template);
        Assert.Null(Assert.Single(run.Categories(KeypointLists.Ignored)).Template);
    }

    [Fact]
    public void A_model_without_keypoints_among_others_with_some_is_named()
    {
        var (one, bare) = (Animal("one.glb", HandMadeFrame.Template("nose")), Animal("bare.glb", null));
        foreach (var order in new ModelAsset[][] { [one, bare], [bare, one] })
        {
            var run = SceneInCode.Start(s => Array.ForEach(order, asset => s.Place(asset, label: "deer")));
            var error = Assert.Throws<AssetException>(() => run.Categories());
            Assert.Equal("bare.glb", error.File);
            Assert.Contains("one.glb has [nose]", error.Message, StringComparison.Ordinal);
            Assert.NotNull(Assert.Single(run.Categories(KeypointLists.Merged)).Template);
        }
    }

    [Fact]
    public void Keypoints_that_cannot_be_merged_are_named()
    {
        var (one, two) = (Animal("one.glb", new(["a", "b"], [], [(0, 1)])), Animal("two.glb", new(["a", "c"], [], [(0, 1)])));
        var run = SceneInCode.Start(s => Array.ForEach([one, two], asset => s.Place(asset, label: "deer")));
        var error = Assert.Throws<AssetException>(() => run.Categories(KeypointLists.Merged));
        Assert.Contains("one.glb", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a' is paired", error.Message, StringComparison.Ordinal);
    }

    private static ModelAsset Animal(string file, KeypointTemplate? template) => new(file, SceneInCode.Thing().Nodes, [], SceneInCode.Thing().Materials, [])
    {
        SourcePath = file,
        Bounds = new BoundingBox(default, new(1, 1, 1)),
        Labels = new ModelLabels { Category = "deer", Template = template, Keypoints = [.. (template?.Names ?? []).Select(name => new KeypointBinding(name, 0, default))] },
    };

    [Fact]
    public void A_model_that_is_placed_without_a_label_is_no_category()
    {
        var animal = new ModelAsset("animal", SceneInCode.Thing().Nodes, [], SceneInCode.Thing().Materials, [])
        {
            Bounds = new BoundingBox(default, new(1, 1, 1)), Labels = new ModelLabels { Category = "deer" },
        };
        var run = SceneInCode.Start(s =>
        {
            s.Place(animal, label: null, name: "scenery");
            s.Place(animal, label: "trophy");
            s.Add(new BackgroundObjectPlacementRandomizer { Prefabs = [animal] });
        });
        Assert.Equal(["trophy"], run.Categories().Select(c => c.Labeling.Category));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_label_has_a_name(string name)
    {
        Assert.Throws<ArgumentException>(() => new Labeling(name));
        Assert.Throws<ArgumentException>(() => new Labeling("a") with { Category = name });
    }

    [Fact]
    public void A_camera_may_be_off_or_on_in_single_frames()
    {
        PerceptionCamera second = null!;
        var run = SceneInCode.Start(s =>
        {
            second = s.Scene.AddCamera(64, 48, 1, "second");
            second.Enabled = false;
            // A randomizer may be about a camera that is off as the scene is built.
            s.Add(new ExposureRandomizer { Camera = "second" }, new Change(frame => second.Enabled = frame.Frame == 1));
        });
        Assert.Equal(["camera", "second"], run.CameraNames);
        Assert.Equal(["camera"], run.Sample(0).Select(s => s.Camera.Name));
        Assert.Equal(["camera", "second"], run.Sample(1).Select(s => s.Camera.Name));
    }

    [Fact]
    public void A_camera_that_is_made_while_frames_are_fails_its_frame()
    {
        var run = SceneInCode.Start(s => s.Add(new Change(frame => _ = frame.Frame == 1 ? s.Scene.AddCamera(64, 48, 1, "new") : null)));
        Assert.Single(run.Sample(0));
        Assert.Contains("The camera 'new' was added", Assert.Throws<FrameException>(() => run.Sample(1)).Message, StringComparison.Ordinal);
        Assert.Single(run.Sample(2));
    }

    [Fact]
    public void A_frame_that_cannot_be_made_fails_alone()
    {
        // Two models never fit on a point, one always does.
        static ScenarioRun Start() => SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Name = "crowd", Prefabs = [SceneInCode.Thing()], Count = Uniform(1, 2), Area = new(0, 0) });
        var run = Start();
        var (made, failed) = (new List<int>(), new List<int>());
        for (var frame = 0; frame < 40; frame++)
        {
            try
            {
                Assert.Single(run.Sample(frame)[0].Instances);
                made.Add(frame);
            }
            catch (FrameException error)
            {
                Assert.Equal((frame, "crowd"), (error.Frame, error.Randomizer));
                Assert.StartsWith($"Frame {frame}, crowd: 2 models do not fit", error.Message, StringComparison.Ordinal);
                failed.Add(frame);
            }
        }

        // Each with a chance of one half.
        Assert.InRange(made.Count, 8, 32);
        Assert.NotEmpty(failed);
        // A frame after a failed one is the frame that it always is.
        var frameAfter = made.First(f => failed.Contains(f - 1));
        Assert.Equal(SnapshotText.Of(Start().Sample(frameAfter)), SnapshotText.Of(run.Sample(frameAfter)));
    }

    [Fact]
    public void The_hooks_run_in_their_order()
    {
        var calls = new List<string>();
        var run = SceneInCode.Start(s => s.Add(new Diary("a", calls), new Diary("b", calls)));
        run.Sample(0);
        run.Complete();
        Assert.Equal(
            ["a awake", "b awake", "a enabled", "b enabled", "a start", "b start", "a frame", "b frame", "a update", "b update", "a end", "b end",
             "a complete", "b complete", "a disabled", "b disabled"],
            calls);
    }

    [Fact]
    public void A_scenario_is_built_once_and_frames_count_from_zero()
    {
        var scenario = new SceneInCode(s => s.Frames = 3);
        var run = ScenarioRun.Start(scenario, SceneInCode.Settings());
        Assert.Equal(3, run.FrameCount);
        Assert.Throws<InvalidOperationException>(() => ScenarioRun.Start(scenario, SceneInCode.Settings()));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.Sample(-1));
        Assert.Single(run.Sample(1_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => SceneInCode.Start(s => s.Frames = 0));
    }

    private sealed class Diary(string who, List<string> calls) : Randomizer
    {
        protected override void OnAwake(Scenario scenario) => calls.Add($"{who} awake");

        protected override void OnEnable() => calls.Add($"{who} enabled");

        protected override void OnScenarioStart() => calls.Add($"{who} start");

        protected override void OnIterationStart(Iteration iteration) => calls.Add($"{who} frame");

        protected override void OnUpdate(Iteration iteration) => calls.Add($"{who} update");

        protected override void OnIterationEnd() => calls.Add($"{who} end");

        protected override void OnScenarioComplete() => calls.Add($"{who} complete");

        protected override void OnDisable() => calls.Add($"{who} disabled");
    }
}
