using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Randomizers;
using SynthRender.Scenarios;
using SynthRender.Tests.Scenarios;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Randomizers;

public sealed class CameraRandomizerTests
{
    private static readonly Vector3 Target = new(2, 1, -3);

    [Fact]
    public void The_target_is_in_the_middle_at_the_drawn_distance_and_angles()
    {
        var run = Looking(new() { LookAt = Target, Distance = Uniform(2, 9), Elevation = Uniform(-Math.PI / 2, Math.PI / 2) });
        for (var frame = 0; frame < 200; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var offset = snapshot.Camera.Position - Target;
            Assert.Equal(Drawn(snapshot, "distance"), offset.Length(), 1e-4f);
            Assert.Equal(MathF.Sin(Drawn(snapshot, "elevation")), offset.Y / offset.Length(), 1e-5f);
            var azimuth = Drawn(snapshot, "azimuth");
            var level = new Vector2(offset.X, offset.Z);
            Assert.Equal(0, Vector2.Distance(level, level.Length() * new Vector2(MathF.Sin(azimuth), MathF.Cos(azimuth))), 1e-4f);
            AtPixel(snapshot.Camera, Target, 320, 240);
        }
    }

    [Fact]
    public void Without_roll_the_image_is_upright()
    {
        var run = Looking(new() { LookAt = Target, Elevation = Uniform(-1, 1) });
        for (var frame = 0; frame < 50; frame++)
        {
            var camera = run.Sample(frame)[0].Camera;
            var above = camera.Project(Target + 0.1f * Vector3.UnitY);
            Assert.Equal(320, above.X, 0.05f);
            Assert.True(above.Y < 240);
        }
    }

    [Fact]
    public void Roll_turns_the_image()
    {
        // Half a turn: up is down.
        var camera = Looking(new() { LookAt = Target, Roll = Math.PI }).Sample(0)[0].Camera;
        AtPixel(camera, Target, 320, 240);
        Assert.True(camera.Project(Target + 0.1f * Vector3.UnitY).Y > 240);
    }

    [Fact]
    public void Aim_jitter_moves_the_target_in_the_image_by_its_angle()
    {
        // The aim lies 0.1·distance to the right of the target and as far above: seen from the eye, the target lies to the other side.
        var snapshot = Looking(new() { LookAt = Target, Elevation = 0, AimJitter = 0.1 }).Sample(0)[0];
        var seen = Vector3.Transform(Target, snapshot.Camera.ViewFromWorld);
        var angle = MathF.Atan(MathF.Sqrt(0.1f * 0.1f + 0.1f * 0.1f));
        Assert.Equal(angle, MathF.Acos(-seen.Z / seen.Length()), 1e-4f);
        Assert.True(seen.X < 0 && seen.Y < 0);
    }

    [Fact]
    public void The_field_of_view_is_the_drawn_one()
    {
        var run = Looking(new() { LookAt = Target, VerticalFov = Uniform(0.3, 1.2) });
        var seen = Enumerable.Range(0, 20).Select(run.Sample).Select(s => (s[0].Camera.Lens.VerticalFov, Drawn(s[0], "verticalFov"))).ToArray();
        Assert.All(seen, s => Assert.Equal(s.Item2, s.VerticalFov));
        Assert.Equal(20, seen.Distinct().Count());
    }

    [Fact]
    public void It_looks_at_what_is_placed_whatever_was_added_first()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Scene.AddModel(Shapes.Plane(100, 100), labeling: new Labeling("ground", Kind: LabelKind.Stuff));
            s.Add(new CameraRandomizer { LookAt = Selection.Foreground, Distance = 10, Elevation = 0.5 });
            s.Add(new ForegroundObjectPlacementRandomizer { Prefabs = [Shapes.Sphere(0.5f, 8)], Count = 1, Center = new(30, 0, 40) });
        });
        for (var frame = 0; frame < 20; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var ball = snapshot.Models.Single(m => m.InstanceId == 2);
            AtPixel(snapshot.Camera, Vector3.Transform(ball.Asset.Bounds.Center, ball.WorldFromModel), 320, 240);
        }
    }

    [Fact]
    public void One_of_several_targets_is_chosen_and_recorded()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Scene.AddModel(Shapes.Sphere(0.1f, 8), Transform.At(new Vector3(-5, 0, 0)), name: "left");
            s.Scene.AddModel(Shapes.Sphere(0.1f, 8), Transform.At(new Vector3(5, 0, 0)), name: "right");
            s.Add(new CameraRandomizer { LookAt = CameraTarget.AnyOf(Selection.Everything), Elevation = 0.1 });
        });
        var chosen = new HashSet<object>();
        for (var frame = 0; frame < 30; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var name = snapshot.SampledValues.Single(v => v.Name == "target").Value;
            chosen.Add(name);
            AtPixel(snapshot.Camera, new Vector3(name.Equals("scene/left") ? -5 : 5, 0, 0), 320, 240);
        }

        Assert.Equal(2, chosen.Count);
    }

    [Fact]
    public void Views_from_inside_a_thing_or_from_too_low_are_drawn_again()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Scene.AddModel(Shapes.Box(new Vector3(4)), labeling: new Labeling("box"));
            s.Add(new CameraRandomizer { Distance = Uniform(0.1, 5), Elevation = Uniform(-1.5, 1.5), MinimumHeight = 0.25f });
        });
        for (var frame = 0; frame < 100; frame++)
        {
            var snapshot = run.Sample(frame)[0];
            var eye = snapshot.Camera.Position;
            Assert.True(eye.Y >= 0.25f);
            Assert.True(Math.Max(Math.Abs(eye.X), Math.Max(Math.Abs(eye.Y), Math.Abs(eye.Z))) > 2);
            // What was thrown away is not recorded.
            Assert.Equal(1, snapshot.SampledValues.Count(v => v.Name == "distance"));
            Assert.Equal(eye.Length(), Drawn(snapshot, "distance"), 1e-4f);
        }
    }

    [Fact]
    public void Without_a_free_view_the_frame_fails()
    {
        var run = SceneInCode.Start(s =>
        {
            s.Scene.AddModel(Shapes.Box(new Vector3(4)), labeling: new Labeling("box"));
            s.Add(new CameraRandomizer { Distance = 1 });
        });
        var error = Assert.Throws<FrameException>(() => run.Sample(0));
        Assert.Equal("scene/camera", error.Target);
        Assert.Contains("enlarge Distance", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_frame_fails_unless_the_scene_says_where_to_look()
    {
        Assert.Contains("WhenEmpty", Assert.Throws<FrameException>(() => Looking(new()).Sample(0)).Message, StringComparison.Ordinal);
        AtPixel(Looking(new() { WhenEmpty = Target }).Sample(0)[0].Camera, Target, 320, 240);
    }

    [Fact]
    public void A_camera_on_an_arm_looks_at_the_target_in_the_world()
    {
        var run = SceneInCode.Start(s =>
        {
            var arm = s.Scene.Root.Add(new Node("arm"));
            arm.Local = new Transform(new Vector3(7, -2, 1), Quaternion.CreateFromYawPitchRoll(1, 0.4f, -0.3f), new Vector3(2));
            arm.Add(new PerceptionCamera("on arm", 640, 480, 1));
            s.Add(new CameraRandomizer { LookAt = Target, Camera = "on arm", Distance = 4 });
        });
        var camera = run.Sample(0).Single(s => s.Camera.Name == "on arm").Camera;
        AtPixel(camera, Target, 320, 240);
        Assert.Equal(4, Vector3.Distance(camera.Position, Target), 1e-4f);
        Assert.Equal(320, camera.Project(Target + 0.1f * Vector3.UnitY).X, 0.05f);
    }

    [Fact]
    public void Nonsense_is_refused_before_the_first_frame()
    {
        Assert.ThrowsAny<ArgumentException>(() => Looking(new() { Distance = Uniform(0, 1) }));
        Assert.ThrowsAny<ArgumentException>(() => Looking(new() { Elevation = 2 }));
        Assert.ThrowsAny<ArgumentException>(() => Looking(new() { VerticalFov = Math.PI }));
        Assert.Contains("no camera 'other'; it has camera", Assert.Throws<ArgumentException>(() => Looking(new() { Camera = "other" })).Message, StringComparison.Ordinal);
    }

    private static ScenarioRun Looking(CameraRandomizer randomizer) => SceneInCode.Start(randomizer);

    private static float Drawn(FrameSnapshot snapshot, string name) => (float)snapshot.SampledValues.Single(v => v.Name == name).Value;

    // 0.05 px: a focal length of 579 px times the rounding of a direction and of positions some ten metres from the origin, about 1e-6,
    // with a wide margin.
    private static void AtPixel(CameraView camera, Vector3 point, float x, float y)
    {
        var seen = camera.Project(point);
        Assert.True(seen.Z > 0);
        Assert.Equal(x, seen.X, 0.05f);
        Assert.Equal(y, seen.Y, 0.05f);
    }
}
