// BinPicking: machine parts in a heap in a bin, a robot arm reaching over it, seen by the camera above, as a picking cell sees them.
//   synthrender render scenes/BinPicking.cs --frames 24 --seed 1 --out out/bin --overlay

public sealed class BinPicking : FixedLengthScenario
{
    private const float Width = 0.36f, Depth = 0.26f, Height = 0.12f, Wall = 0.006f;

    protected override void OnBuild(Scene scene)
    {
        var least = Option("least", 15, "fewest parts in the bin", minimum: 1, maximum: 200);
        var most = Option("most", 60, "most parts in the bin", minimum: 1, maximum: 200);
        var arm = Option("arm", true, "a robot arm beside the bin");

        var camera = scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(42))
             .Label(new InstanceSegmentationLabeler { IdImage = true }, new BoundingBox2DLabeler(), new KeypointLabeler(), new DepthLabeler());
        camera.Lens = camera.Lens with { Near = 0.05f, Far = 30, ToneCurve = ToneCurve.AgX };

        var floor = scene.AddModel(Shapes.Plane(12, 12, uvRepeat: 12), Transform.At(new(0, -0.74f, 0)), name: "floor");
        var table = scene.AddModel(Shapes.Table(1.6f, 1.4f), Transform.At(new(0, -0.74f, -0.2f)), name: "table");
        var bin = scene.AddModel(Shapes.Bin(Width, Depth, Height, Wall), name: "bin");

        // The hall: panels overhead, and what the walls give back.
        scene.Surroundings = Surroundings.Uniform(new(0.16f, 0.165f, 0.17f));
        for (var i = 0; i < 2; i++)
            scene.AddLight(new RectangleLight { Width = 1.2f, Height = 0.3f, Radiance = 9 }, Transform.LookingAt(new(-0.9f + 1.8f * i, 1.7f, 0.3f), new(0, 0, 0)), $"panel {i}");

        var parts = Models("parts/*.glb");
        Randomize(new PileRandomizer
        {
            Prefabs = parts,
            Count = Uniform(least, Math.Max(least, most)),
            Center = new(0, Wall, 0),
            Area = new(Width - 2 * Wall, Depth - 2 * Wall),
        });
        if (arm) scene.AddModel(Model("robots/robot_arm.glb"), Transform.At(new(0, 0, -0.66f)), name: "arm");

        Randomize(new JointPoseRandomizer { Of = Selection.Category("robot_arm"), Amount = Uniform(0, 0.35) });
        Randomize(new ProceduralTextureRandomizer { Name = "table top", Of = table, Families = ["wood", "brushed_metal", "concrete"], Pool = 8, RefreshEvery = 64, TileSize = Uniform(0.5, 1) });
        Randomize(new ProceduralTextureRandomizer { Name = "hall floor", Of = floor, Families = ["concrete", "tiles"], Pool = 4, RefreshEvery = 64 });
        Randomize(new MaterialRandomizer { VariantChance = 0.6 });
        // The heap is made of parts as their files have them: one that grew in it could reach through a wall.
        Randomize(new MorphRandomizer { Of = Selection.Category("robot_arm"), Weight = Uniform(0, 0.8) });
        Randomize("bin color", frame =>
        {
            var color = new Vector4(Hsv(Uniform(0, 1), Uniform(0.05, 0.8), Uniform(0.2, 0.8)).Sample(frame.Stream(), "color"), 1);
            bin.Materials = [.. bin.Materials.Select(m => m with { BaseColorFactor = color, RoughnessFactor = 0.45f })];
        });
        Randomize(new LightRandomizer { IntensityFactor = Uniform(0.5, 1.6), Kelvin = Uniform(3800, 6500), Translation = XYZ(Uniform(-0.3, 0.3), Uniform(-0.3, 0.3), Uniform(-0.3, 0.3)) });
        Randomize(new CameraRandomizer
        {
            LookAt = new Vector3(0, 0.05f, 0),
            Distance = Uniform(0.5, 1.0),
            Azimuth = Uniform(Degrees(-40), Degrees(40)),
            Elevation = Uniform(Degrees(40), Degrees(86)),
            AimJitter = Uniform(-0.06, 0.06),
        });
    }
}
