using SynthRender.Assets;
using SynthRender.Datasets.Labelers;
using SynthRender.Graph;
using SynthRender.Labels;
using SynthRender.Lights;
using SynthRender.Scenarios;

namespace SynthRender.Cli.Bench;

/// <summary>Plays the frames of a workload, over and over.</summary>
internal sealed class WorkloadScenario(Workload workload, int width, int height) : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = workload.Frames.Count;
        // The workload's ambient light is a level, the same everywhere, in every program that draws it.
        scene.AmbientOcclusion = null;
        var camera = scene.AddCamera(width, height, Units.Degrees(45));
        camera.Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler());
        var ground = scene.AddModel(Shapes.Plane(2 * workload.Ground.HalfSize, 2 * workload.Ground.HalfSize), name: "ground");
        var models = new Dictionary<string, ModelNode>(StringComparer.Ordinal);
        foreach (var file in workload.Models)
            models[file] = scene.AddModel(Model(file), labeling: new Labeling(Path.GetFileNameWithoutExtension(file)));
        var sun = scene.AddLight(new DirectionalLight(), name: "sun");
        var lamp = scene.AddLight(new PointLight(), name: "lamp");
        Randomize(new WorkloadPlayer(workload, camera, ground, models, sun, lamp));
    }
}
