// The demo: organs, robots, artefacts and wildlife share a photographer's floor. Real sizes are set aside, labels are not.
//   synthrender render scenes/Demo.cs --frames 24 --seed 1 --out out/demo --overlay

public sealed class Demo : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var most = Option("most", 4, "most models in a frame", minimum: 1, maximum: 8);

        scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(40))
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler());

        scene.AddModel(Shapes.Plane(60, 60), name: "floor");

        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = Models("organs/*.glb", "robots/*.glb", "artefacts/*.glb", "wildlife/*.glb"),
            Count = Uniform(Math.Min(2, most), most),
            Distinct = true,
            Area = new(2.6f, 2.6f),
            NormalizedSize = 1.4f,
            Scale = Uniform(0.8, 1.15),
        });
        Randomize(new JointPoseRandomizer { Amount = Uniform(0.2, 0.8) });
        Randomize(new MorphRandomizer { Weight = Uniform(0, 0.8) });
        Randomize(new MaterialRandomizer { VariantChance = 0.5 });
        Randomize(new ColorRandomizer { Of = Background, Color = Hsv(Uniform(0, 1), Uniform(0.02, 0.3), Uniform(0.35, 0.8)) });
        Randomize(new SunAngleRandomizer { Elevation = Uniform(Degrees(25), Degrees(70)) });
        Randomize(new SurroundingsRandomizer { Brightness = Uniform(0.6, 1.4), SkyColor = Hsv(Uniform(0.5, 0.65), Uniform(0.05, 0.3), Uniform(0.6, 0.8)) });
        Randomize(new CameraRandomizer
        {
            LookAt = Foreground,
            Distance = Uniform(2.8, 4.2),
            Elevation = Uniform(Degrees(8), Degrees(40)),
            AimJitter = Uniform(-0.05, 0.05),
        });
    }
}
