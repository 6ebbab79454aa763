// Models of one family on a ground under a sun and an even sky, for the comparison with a path tracer.
//   synthrender render tests/pathtracer/scenes/Family.cs --set family=organs

public sealed class Family : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = 1;
        var family = Option("family", "organs", "the folder under models3d");
        var camera = scene.AddCamera(320, 240, Degrees(25));
        camera.LookAt(new Vector3(0.4f, 2.1f, 5.2f), new Vector3(0, 0.35f, 0));
        scene.AmbientOcclusion = null;
        scene.Surroundings = Surroundings.Uniform(new Vector3(0.35f));
        scene.AddLight(
            new DirectionalLight { Irradiance = 2.5f, AngularDiameter = Degrees(0.53f) },
            Transform.LookingAt(new Vector3(-3, 5, 4), Vector3.Zero));
        var ground = scene.AddModel(Shapes.Plane(40, 40), name: "ground");
        ground.Materials = [ground.Materials[0] with { BaseColorFactor = new Vector4(0.35f, 0.36f, 0.38f, 1), RoughnessFactor = 0.9f }];

        var models = Models($"{family}/*.glb");
        for (var i = 0; i < models.Length; i++)
        {
            var bounds = models[i].Bounds;
            var scale = 1f / MathF.Max(bounds.Size.X, MathF.Max(bounds.Size.Y, bounds.Size.Z));
            var (row, column) = (i % 2, i / 2);
            var place = new Vector3(1.05f * (column - 0.25f * (models.Length - 1)) + 0.25f * row, -bounds.Min.Y * scale, 0.6f - 1.3f * row);
            var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.5f - 0.3f * i);
            scene.AddModel(models[i], new Transform(place, turn, new Vector3(scale)));
        }
    }
}
