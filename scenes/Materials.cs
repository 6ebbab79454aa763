// Every layer a material can have, a row of spheres each: roughness, clear coat, sheen, glass before a checkerboard, blended shells.
//   synthrender render scenes/Materials.cs

public sealed class Materials : FixedLengthScenario
{
    private const int Columns = 6;

    protected override void OnBuild(Scene scene)
    {
        Frames = 1;
        scene.AddCamera(width: 960, height: 800, verticalFov: Degrees(31))
            .Label(new InstanceSegmentationLabeler())
            .LookAt(new Vector3(0, 3.1f, 12.4f), new Vector3(0, 2.6f, 0));
        scene.Surroundings = new GradientSurroundings(new Vector3(0.45f, 0.5f, 0.6f), new Vector3(0.12f, 0.1f, 0.08f));
        Window(scene, new Vector3(-5, 7, 6), new Vector3(0, 2, 0), 2, 3, 14);
        Window(scene, new Vector3(6, 5, 4), new Vector3(0, 2, 0), 0.8f, 4, 10);
        scene.AddLight(
            new DirectionalLight { Irradiance = 0.8f, AngularDiameter = Degrees(3) }, Transform.LookingAt(new Vector3(2, 8, 5), Vector3.Zero));

        var floor = scene.AddModel(Shapes.Plane(40, 40), name: "floor");
        floor.Materials = [floor.Materials[0] with { BaseColorFactor = new(0.3f, 0.3f, 0.3f, 1), RoughnessFactor = 0.8f }];
        var wall = scene.AddModel(
            Shapes.Plane(14, 8), new Transform(new Vector3(0, 3, -1.2f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2), Vector3.One), name: "wall");
        wall.Materials = [wall.Materials[0] with { BaseColorTexture = new TextureSlot(Checkers()) { Linear = false }, RoughnessFactor = 0.9f }];

        var paint = new Material { BaseColorFactor = new(0.55f, 0.03f, 0.02f, 1), RoughnessFactor = 0.55f };
        Row(scene, 0, t => paint with { RoughnessFactor = t });
        Row(scene, 1, t => paint with { ClearcoatFactor = 1, ClearcoatRoughnessFactor = 0.6f * t, RoughnessFactor = 0.7f });
        Row(scene, 2, t => paint with
        {
            BaseColorFactor = new(0.03f, 0.05f, 0.12f, 1), RoughnessFactor = 1, SheenColorFactor = new Vector3(0.6f, 0.65f, 0.9f), SheenRoughnessFactor = 0.15f + 0.85f * t,
        });
        Row(scene, 3, t => paint with
        {
            BaseColorFactor = new(0.85f, 0.97f, 0.9f, 1), RoughnessFactor = 0.6f * t, TransmissionFactor = 1, ThicknessFactor = t < 0.5f ? 0 : 0.5f,
            AttenuationDistance = 0.7f, AttenuationColor = new Vector3(0.3f, 0.8f, 0.6f),
        });
        Row(scene, 4, t => paint with
        {
            BaseColorFactor = new(0.1f, 0.4f, 0.8f, 0.15f + 0.7f * t), RoughnessFactor = 0.15f, AlphaMode = AlphaMode.Blend, DoubleSided = true,
            ClearcoatFactor = t > 0.5f ? 1 : 0,
        });
    }

    private static void Row(Scene scene, int row, Func<float, Material> material)
    {
        for (var i = 0; i < Columns; i++)
        {
            var at = new Vector3(1.35f * (i - 0.5f * (Columns - 1)), 5.1f - 1.15f * row, 0.02f * row);
            var ball = scene.AddModel(Shapes.Sphere(0.5f, 64), Transform.At(at), new Labeling("ball"));
            ball.Materials = [material(i / (Columns - 1f))];
        }
    }

    private static void Window(Scene scene, Vector3 from, Vector3 to, float width, float height, float radiance) => scene.AddLight(
        new RectangleLight { Width = width, Height = height, Radiance = radiance, CastsShadow = false }, Transform.LookingAt(from, to));

    private static TextureImage Checkers()
    {
        const int Across = 28, Down = 16;
        var pixels = new byte[4 * Across * Down];
        for (var i = 0; i < Across * Down; i++)
        {
            var shade = (byte)((i % Across + i / Across) % 2 == 0 ? 210 : 70);
            (pixels[4 * i], pixels[4 * i + 1], pixels[4 * i + 2], pixels[4 * i + 3]) = (shade, shade, (byte)(shade * 0.9f), 255);
        }

        return new TextureImage("checkers", Across, Down, pixels);
    }
}
