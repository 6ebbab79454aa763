// Shapes: coloured solids on a plain floor, made of nothing but this file. The simplest scene to read, and to change.
//   synthrender render scenes/Shapes.cs --frames 24 --seed 1 --set shapes=9 --out out/shapes

public sealed class ShapesScene : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        var shapes = Option("shapes", 6, "most solids in a frame", minimum: 1, maximum: 12);
        var side = 1.1f * MathF.Sqrt(shapes); // where they stand grows with their number, and the camera steps back

        scene.AddCamera(width: 640, height: 480, verticalFov: Degrees(40))
             .Label(new InstanceSegmentationLabeler(), new BoundingBox2DLabeler());
        scene.AddModel(Shapes.Plane(60, 60), name: "floor");

        // Without labels of their own, models are labelled by their names: box, sphere, cylinder, cone, torus.
        Randomize(new ForegroundObjectPlacementRandomizer
        {
            Prefabs = [Shapes.Box(new(0.5f, 0.5f, 0.5f)), Shapes.Sphere(0.3f), Shapes.Cylinder(0.25f, 0.6f), Shapes.Cone(0.32f, 0.65f), Shapes.Torus(0.3f, 0.11f)],
            Count = Uniform(Math.Min(3, shapes), shapes),
            Area = new(side, side),
            Scale = Uniform(0.7, 1.2),
            SeparationDistance = 0.05f,
        });
        Randomize(new ColorRandomizer { Color = Hsv(Uniform(0, 1), Uniform(0.45, 0.85), Uniform(0.55, 0.95)) });
        Randomize(new MaterialRandomizer { Roughness = Uniform(0.15, 0.8) });

        Randomize(new ColorRandomizer { Of = Background, Color = Hsv(Uniform(0, 1), Uniform(0.03, 0.2), Uniform(0.55, 0.8)) });
        Randomize(new SunAngleRandomizer { Elevation = Uniform(Degrees(25), Degrees(65)) });
        Randomize(new SurroundingsRandomizer { Brightness = Uniform(0.7, 1.3), SkyColor = Hsv(Uniform(0.54, 0.62), Uniform(0.1, 0.35), Uniform(0.6, 0.75)) });
        Randomize(new CameraRandomizer
        {
            LookAt = Foreground,
            Distance = Uniform(1.3 * side, 1.8 * side),
            Elevation = Uniform(Degrees(15), Degrees(50)),
            AimJitter = Uniform(-0.05, 0.05),
        });
    }
}
