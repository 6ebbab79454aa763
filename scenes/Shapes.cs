// Balls, boxes, cones and rings on a floor, each class with its own label. It needs no model files.
//   synthrender render scenes/Shapes.cs --frames 8 --set most=12 --out out/shapes

public sealed class ShapesOnFloor : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = 50;
        var most = Option("most", 6, "most shapes in a frame", minimum: 1, maximum: 40);
        var clutter = Option("clutter", true, "unlabelled boxes between the shapes");

        scene.AddCamera(width: 320, height: 240, verticalFov: Degrees(45))
             .Label(new InstanceSegmentationLabeler(), new BoundingBox2DLabeler());
        scene.AddModel(Shapes.Plane(30, 30), name: "floor");
        scene.AddLight(new PointLight { Intensity = 20 }, Transform.At(new(0, 4, 2)), name: "lamp");

        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = [Shapes.Sphere(0.3f), Shapes.Box(new(0.5f, 0.4f, 0.6f)), Shapes.Cone(0.3f, 0.7f), Shapes.Torus(0.3f, 0.1f)],
            Count = Uniform(1, most),
            Scale = LogUniform(0.6, 1.6),
            Area = new(5, 5),
        });
        Randomize(new BackgroundObjectPlacementRandomizer
        {
            Prefabs = [Shapes.Box(new(0.2f, 0.2f, 0.2f))],
            Count = Uniform(0, 10),
            Area = new(9, 9),
            Tags = ["clutter"],
            Enabled = clutter,
        });
        Randomize(new ColorRandomizer());
        Randomize(new ColorRandomizer { Name = "floor paint", Of = Background, Color = Hsv(Uniform(0, 1), Uniform(0, 0.3), Normal(0.6, 0.1)) });
        Randomize(new MaterialRandomizer { Roughness = Uniform(0.2, 1), Metallic = Curve((0, 1), (0.5, 0), (1, 0.5)) });
        Randomize(new SunAngleRandomizer { Elevation = Uniform(Degrees(15), Degrees(80)) });
        Randomize(new LightRandomizer { Light = "lamp", Kelvin = Uniform(2500, 7500), IntensityFactor = LogUniform(0.5, 2) });
        Randomize(new SurroundingsRandomizer { Brightness = Uniform(0.5, 1.5), SkyColor = Kelvin(Uniform(5000, 12000)) });
        Randomize(new CameraRandomizer { Distance = Uniform(4, 8), Elevation = Uniform(Degrees(10), Degrees(60)), AimJitter = Uniform(-0.1, 0.1) });
    }
}
