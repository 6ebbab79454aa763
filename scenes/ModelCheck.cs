// One model at random poses, shapes and looks, as far as its file lets it go: what to look at before a model is used or published.
//   synthrender render scenes/ModelCheck.cs --set model=wildlife/red_deer.glb --frames 200 --overlay

public sealed class ModelCheck : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = 40;
        var path = Option("model", "wildlife/red_deer.glb", "the model: a path, or a path under the model folders");
        var clip = Option("clip", "", "poses from this animation clip, first to last frame, instead of random joints");
        var amount = Option("amount", 1.0, "how far joints go: 0 is the rest pose, 1 the whole of their limits", minimum: 0, maximum: 1);
        var shapes = Option("shapes", 1.0, "the largest weight of a morph target", minimum: 0, maximum: 1);
        var variants = Option("variants", 0.6, "chance of a named look", minimum: 0, maximum: 1);

        var model = Model(path);
        var size = model.Bounds.Size.Length();
        var camera = scene.AddCamera(width: 256, height: 256, verticalFov: Degrees(35))
            .Label(new InstanceSegmentationLabeler(), new BoundingBox2DLabeler(), new KeypointLabeler());
        camera.Lens = camera.Lens with { Near = size * 0.02f, Far = size * 100 };
        var node = scene.AddModel(model, Transform.At(new Vector3(0, -model.Bounds.Min.Y + 0.08f * size, 0)));
        var floor = scene.AddModel(Shapes.Plane(40 * size, 40 * size), name: "floor");
        floor.Materials = [floor.Materials[0] with { BaseColorFactor = new(0.35f, 0.36f, 0.38f, 1), RoughnessFactor = 0.9f }];

        if (clip.Length > 0) Randomize(new AnimationPoseRandomizer { Clip = clip });
        else Randomize(new JointPoseRandomizer { Amount = amount });
        Randomize(new MorphRandomizer { Weight = Uniform(0, shapes) });
        Randomize(new MaterialRandomizer { VariantChance = variants });
        Randomize(new SunAngleRandomizer { Elevation = Uniform(Degrees(35), Degrees(60)), Azimuth = Uniform(0, 2 * Math.PI) });
        Randomize(new CameraRandomizer
        {
            LookAt = Only(node),
            Distance = Uniform(1.6 * size, 1.75 * size),
            Azimuth = Uniform(0, 2 * Math.PI),
            Elevation = Uniform(Degrees(0), Degrees(30)),
        });
    }
}
