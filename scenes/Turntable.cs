// One model on a floor, seen from all around: the quickest way to try a model of your own.
//   synthrender render scenes/Turntable.cs --set model=path/to/model.glb --overlay

public sealed class Turntable : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = 12;
        var path = Option("model", "artefacts/amphora.glb", "the model: a path, or a path under the model folders");
        var floor = Option("floor", true, "a floor under the model");

        var model = Model(path);
        // A file may hold nothing to draw; its frames are then empty.
        var size = model.Bounds.IsEmpty ? 1 : Math.Max(model.Bounds.Size.Length(), 1e-6f);
        var ground = model.Bounds.IsEmpty ? 0 : model.Bounds.Min.Y;
        var camera = scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(40))
            .Label(new InstanceSegmentationLabeler(), new BoundingBox2DLabeler(), new KeypointLabeler());
        camera.Lens = camera.Lens with { Near = size * 0.02f, Far = size * 200 };

        var labeling = model.Labels is null ? new Labeling(model.Name) : null;
        var node = scene.AddModel(model, Transform.At(new Vector3(0, -ground, 0)), labeling);
        if (floor)
        {
            var plane = scene.AddModel(Shapes.Plane(40 * size, 40 * size), name: "floor");
            plane.Materials = [plane.Materials[0] with { BaseColorFactor = new(0.35f, 0.36f, 0.38f, 1), RoughnessFactor = 0.9f }];
        }

        Randomize(new SunAngleRandomizer { Elevation = Degrees(50), Azimuth = Uniform(0, 2 * Math.PI) });
        Randomize(new CameraRandomizer
        {
            LookAt = Only(node),
            Distance = Uniform(1.5 * size, 2 * size),
            Azimuth = Uniform(0, 2 * Math.PI),
            Elevation = Uniform(Degrees(5), Degrees(35)),
            WhenEmpty = Vector3.Zero,
        });
    }
}
