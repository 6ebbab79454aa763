using SynthRender.Assets;
using SynthRender.Datasets.Labelers;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Parameters;
using SynthRender.Randomizers;
using SynthRender.Scenarios;

namespace SynthRender.DeviceTests.Farm;

/// <summary>Boxes and balls on a plane, small and quick to draw; one frame in a while cannot be made when asked for.</summary>
internal sealed class FarmScenario(int failingFrame = -1) : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        scene.AddCamera(96, 64, Units.Degrees(45)).Label(
            new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());
        scene.AddModel(SynthRender.Assets.Shapes.Plane(20, 20), name: "floor");
        DeclareLabel(new Labeling("ball"));
        DeclareLabel(new Labeling("box"));
        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = [SynthRender.Assets.Shapes.Sphere(0.4f), SynthRender.Assets.Shapes.Box(new(0.6f, 0.8f, 0.5f))],
            Count = Distributions.Uniform(1, 5),
        });
        Randomize(new ColorRandomizer());
        Randomize(new SunAngleRandomizer());
        Randomize(new CameraRandomizer());
        Randomize(new FailingRandomizer(failingFrame));
    }

    private sealed class FailingRandomizer(int frame) : Randomizer
    {
        protected override void OnIterationStart(Iteration iteration)
        {
            if (iteration.Frame == frame) throw iteration.Fail("this frame cannot be made");
        }
    }
}
