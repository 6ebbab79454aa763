using System.Numerics;
using SynthRender.Assets;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Scripting;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;
using static SynthRender.Units;

namespace SynthRender.Tests.Randomizers;

/// <summary>What stands is on its surface after it has its pose, its shape, its turn and its size.</summary>
public sealed class StandingTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static float Lowest(FrameModel model) => PosedGeometry.InWorld(model).Bounds().Min.Y;

    private static ScenarioSettings Settings(params (string Name, string Value)[] options) =>
        SceneInCode.Settings(11, options) with { Assets = new AssetLibrary([Path.Combine(Root, "models3d")]) };

    // The quadcopter's morphs lengthen its legs; clips lift the deer's hooves; joints fold the dog's legs; the fox has a skin and morphs.
    [Theory]
    [InlineData("robots/quadcopter.glb", "0.8", "false", "0")]
    [InlineData("wildlife/red_deer.glb", "1", "true", "0")]
    [InlineData("robots/robot_dog.glb", "0.5", "false", "1")]
    [InlineData("wildlife/red_fox.glb", "1", "true", "0.5")]
    public void A_posed_and_morphed_model_stands_on_the_floor(string model, string morph, string clips, string joint)
    {
        var scene = SceneFile.Load(Path.Combine(Root, "tests", "faults", "buried_after_placement", "Feet.cs"));
        var run = scene.Start(Settings(("model", model), ("morph", morph), ("anim", clips), ("joint", joint)));
        for (var frame = 0; frame < 12; frame++)
        {
            var placed = run.Sample(frame)[0].Models.Single(m => m.InstanceId != 0);
            // Metres; a model is a few metres large, so rounding is below 1e-6 of it.
            Assert.InRange(Lowest(placed), -2e-5f, 2e-5f);
        }
    }

    [Fact]
    public void Turned_and_scaled_models_stand_too_and_lifted_ones_hang_where_they_were_put()
    {
        var cone = Shapes.Cone(0.3f, 1, 24);
        var run = SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Prefabs = [cone], Count = 4, Center = new(0, 1.5f, 0), Area = new(20, 20) },
            new RotationRandomizer(),
            new ScaleRandomizer { Scale = Uniform(0.3, 3) },
            new TransformRandomizer { Translation = XYZ(0, 0.25, 0), Rotation = XYZ(Uniform(-1, 1), 0, Uniform(-1, 1)) });
        for (var frame = 0; frame < 20; frame++)
            Assert.All(run.Sample(frame)[0].Models, model => Assert.Equal(1.75f, Lowest(model), 1e-5f));
    }

    [Fact]
    public void A_model_that_the_scene_stands_somewhere_stays_there_whatever_is_above_it()
    {
        var box = Shapes.Box(new Vector3(1, 2, 3));
        ScenarioRun Start(bool stands) => SceneInCode.Start(s =>
        {
            var cart = s.Scene.Root.Add(new Node("cart") { Local = new Transform(new(3, 0.5f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, 0.7f), new Vector3(0.5f)) });
            cart.Add(new ModelNode("box", box) { Labeling = new("box"), Local = Transform.At(new(0, 4, 1)), Stands = stands });
            s.Add(new RotationRandomizer());
        });
        var before = SceneInCode.Start(s => s.Scene.Root.Add(new Node("cart") { Local = new Transform(new(3, 0.5f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitX, 0.7f), new Vector3(0.5f)) })
            .Add(new ModelNode("box", box) { Labeling = new("box"), Local = Transform.At(new(0, 4, 1)) })).Sample(0)[0].Models[0];
        var (standing, free) = (Start(true), Start(false));
        var moved = 0;
        for (var frame = 0; frame < 10; frame++)
        {
            Assert.Equal(Lowest(before), Lowest(standing.Sample(frame)[0].Models[0]), 1e-5f);
            if (Math.Abs(Lowest(free.Sample(frame)[0].Models[0]) - Lowest(before)) > 0.01f) moved++;
        }

        Assert.True(moved > 5, "without it the box turns about its own middle, and its lowest point moves");
    }

    [Fact]
    public void The_camera_aims_at_where_a_model_stands()
    {
        var tall = Shapes.Box(new Vector3(0.2f, 2, 0.2f));
        var run = SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Prefabs = [tall], Count = 1, Area = new(0, 0) },
            new ScaleRandomizer { Scale = 3 },
            new CameraRandomizer { LookAt = Selection.Foreground, Distance = 20 });
        var snapshot = run.Sample(0)[0];
        // Six metres tall, so its middle is at three: in the middle of the image.
        var at = snapshot.Camera.Project(new Vector3(0, 3, 0));
        Assert.Equal(320, at.X, 0.01f);
        Assert.Equal(240, at.Y, 0.01f);
    }

    [Fact]
    public void Frames_of_standing_models_do_not_depend_on_the_ones_before()
    {
        ScenarioRun Start() => SceneInCode.Start(
            new ForegroundObjectPlacementRandomizer { Prefabs = [Shapes.Cone(0.3f, 1, 12), Shapes.Torus(0.4f, 0.1f, 12, 8)], Resting = Chance(0.5), Count = 3, Area = new(9, 9) },
            new RotationRandomizer());
        var forwards = Start();
        var all = Enumerable.Range(0, 6).Select(f => SnapshotText.Of(forwards.Sample(f))).ToArray();
        for (var frame = 5; frame >= 0; frame--) Assert.Equal(all[frame], SnapshotText.Of(Start().Sample(frame)));
    }
}
