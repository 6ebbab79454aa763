using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Writers;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Rendering;
using SynthRender.Scenarios;

namespace SynthRender.DeviceTests.Farm;

/// <summary>Boxes and balls on a plane, small and quick to draw; frames fail where a test asks for it.</summary>
internal sealed class FarmScenario : FixedLengthScenario
{
    /// <summary>Where frames fail; writing is the test's own business.</summary>
    public FramePlace? FailsIn { get; init; }

    /// <summary>The frame that fails; all of them when negative.</summary>
    public int FailingFrame { get; init; } = -1;

    /// <summary>When all fail: the one that does not.</summary>
    public int Except { get; init; } = -1;

    /// <summary>Told of every frame that is sampled.</summary>
    public Action<int>? Sampled { get; init; }

    /// <summary>Whether there is a second camera that is on (or off) as the scene is built.</summary>
    public bool? SecondCamera { get; init; }

    /// <summary>The frame in which the second camera is the other way round.</summary>
    public int SwitchIn { get; init; } = -1;

    protected override void OnBuild(Scene scene)
    {
        scene.AddCamera(96, 64, Units.Degrees(45)).Label(
            new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler(), new FailingLabeler(Fails));
        var second = SecondCamera is { } on ? scene.AddCamera(64, 48, Units.Degrees(45), "second").Label(new InstanceSegmentationLabeler()) : null;
        if (second is not null) second.Enabled = SecondCamera == true;
        scene.AddModel(SynthRender.Assets.Shapes.Plane(20, 20), name: "floor");
        DeclareLabel(new Labeling("ball"));
        DeclareLabel(new Labeling("box"));
        DeclareLabel(new Labeling("marked"), new KeypointTemplate(["a", "b"], [], []));
        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = [SynthRender.Assets.Shapes.Sphere(0.4f), SynthRender.Assets.Shapes.Box(new(0.6f, 0.8f, 0.5f))],
            Count = Distributions.Uniform(1, 5),
        });
        Randomize(new ColorRandomizer());
        Randomize(new SunAngleRandomizer());
        Randomize(new CameraRandomizer { Camera = "camera" });
        Randomize("failing", frame =>
        {
            Sampled?.Invoke(frame.Frame);
            if (second is not null && frame.Frame == SwitchIn) second.Enabled = !second.Enabled;
            if (Fails(frame.Frame, FramePlace.Sampling)) throw frame.Fail("this frame cannot be made");
            if (Fails(frame.Frame, FramePlace.Drawing))
                for (var i = 0; i <= FrameLimits.Lights; i++) scene.AddLight(new PointLight { CastsShadow = false });
            if (Fails(frame.Frame, FramePlace.Encoding)) scene.AddModel(Marked(), Transform.At(new(0, 1, 0)));
        });
    }

    private bool Fails(int frame, FramePlace place) => place == FailsIn && (FailingFrame < 0 ? frame != Except : frame == FailingFrame);

    /// <summary>A great ball whose keypoints are not those that are declared for its class.</summary>
    private static ModelAsset Marked()
    {
        var ball = SynthRender.Assets.Shapes.Sphere(2);
        return new ModelAsset("marked", ball.Nodes, ball.Meshes, ball.Materials, ball.Skins)
        {
            Bounds = ball.Bounds,
            Labels = new ModelLabels { Category = "marked", Template = new KeypointTemplate(["c"], [], []), Keypoints = [new KeypointBinding("c", 0, default)] },
        };
    }

    private sealed class FailingLabeler(Func<int, FramePlace, bool> fails) : CameraLabeler
    {
        public override string Id => "failing labeler";

        public override FrameLabel Label(RenderedFrame frame) =>
            fails(frame.Snapshot.FrameIndex, FramePlace.Labelling) ? throw new InvalidOperationException("as asked") : new Nothing();

        private sealed record Nothing : FrameLabel;
    }
}
