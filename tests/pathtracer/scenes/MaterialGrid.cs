// Spheres over roughness (left to right) and metalness (bottom to top) before a grey wall, for the comparison with a path tracer.

public sealed class MaterialGrid : FixedLengthScenario
{
    protected override void OnBuild(Scene scene)
    {
        Frames = 1;
        var camera = scene.AddCamera(320, 240, Degrees(30));
        camera.LookAt(new Vector3(0, 0, 9.6f), new Vector3(0, 0, 0));
        scene.AmbientOcclusion = null;
        scene.Surroundings = Surroundings.Uniform(new Vector3(0.3f));
        scene.AddLight(
            new DirectionalLight { Irradiance = 2, AngularDiameter = Degrees(1) },
            Transform.LookingAt(new Vector3(3, 5, 6), Vector3.Zero));
        var sphere = Shapes.Sphere(0.42f);
        for (var row = 0; row < 4; row++)
        {
            for (var column = 0; column < 6; column++)
            {
                var node = scene.AddModel(sphere, Transform.At(new Vector3(1.05f * (column - 2.5f), 1.05f * (row - 1.5f), 0)), new Labeling("sphere"));
                node.Materials =
                [
                    node.Materials[0] with
                    {
                        BaseColorFactor = new Vector4(0.8f, 0.45f, 0.25f, 1),
                        RoughnessFactor = 0.15f + 0.17f * column,
                        MetallicFactor = row / 3f,
                    },
                ];
            }
        }

        var wall = scene.AddModel(Shapes.Box(new Vector3(12, 9, 0.1f)), Transform.At(new Vector3(0, 0, -1.2f)));
        wall.Materials = [wall.Materials[0] with { BaseColorFactor = new Vector4(0.4f, 0.4f, 0.4f, 1), RoughnessFactor = 0.9f }];
    }
}
