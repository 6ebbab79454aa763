// A frame of a benchmark workload, whose workload.json and models lie in one folder, for the comparison with a path tracer.
//   synthrender render tests/pathtracer/scenes/W1.cs --models W1 --set workload=W1/workload.json --set entry=3

using System.IO;
using System.Text.Json;

public sealed class W1 : FixedLengthScenario
{
    // Z-up to glTF's Y-up, for row vectors.
    private static readonly Matrix4x4 YUpFromZUp = new(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1);

    protected override void OnBuild(Scene scene)
    {
        Frames = 1;
        var path = Option("workload", "workload.json", "the workload");
        var entry = Option("entry", 1, "which of its frames", minimum: 0);
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var frame = document.RootElement.GetProperty("frames")[entry];

        var eye = frame.GetProperty("camera");
        var camera = scene.AddCamera(320, 240, 2 * MathF.Atan(MathF.Tan(Degrees(Number(eye, "hfov_deg")) / 2) * 240 / 320));
        camera.Local = Split(Matrix(eye) * YUpFromZUp);
        foreach (var item in frame.GetProperty("objects").EnumerateArray())
        {
            var local = Matrix4x4.Transpose(YUpFromZUp) * Matrix(item) * YUpFromZUp;
            var node = scene.AddModel(Model(item.GetProperty("glb").GetString()!), Split(local), new Labeling("thing"));
            Paint(node, Vector(item.GetProperty("base_color")), Number(item, "roughness"));
        }

        var side = 2 * Number(document.RootElement.GetProperty("ground"), "half_size");
        Paint(scene.AddModel(Shapes.Plane(side, side), name: "ground"), Vector(frame.GetProperty("ground_color")), 0.9f);
        scene.AmbientOcclusion = null;
        scene.Surroundings = Surroundings.Uniform(Vector(frame.GetProperty("ambient")));
        var sun = frame.GetProperty("sun");
        scene.AddLight(
            new DirectionalLight { Irradiance = Number(sun, "irradiance_w_m2"), AngularDiameter = Number(sun, "angle_rad") },
            Transform.LookingAt(ToYUp(Vector(sun.GetProperty("to_sun"))), Vector3.Zero));
        var lamp = frame.GetProperty("point");
        scene.AddLight(
            new PointLight { Intensity = Number(lamp, "power_w") / (4 * MathF.PI), Radius = Number(lamp, "radius"), Color = Vector(lamp.GetProperty("color")) },
            Transform.At(ToYUp(Vector(lamp.GetProperty("position")))));
    }

    private static void Paint(ModelNode node, Vector3 color, float roughness) => node.Materials =
        [.. node.Materials.Select(m => m with { BaseColorFactor = new Vector4(color, 1), RoughnessFactor = roughness, MetallicFactor = 0 })];

    private static Vector3 ToYUp(Vector3 v) => new(v.X, v.Z, -v.Y);

    private static float Number(JsonElement owner, string name) => owner.GetProperty(name).GetSingle();

    private static Vector3 Vector(JsonElement v) => new(v[0].GetSingle(), v[1].GetSingle(), v[2].GetSingle());

    // The file's matrices are for column vectors.
    private static Matrix4x4 Matrix(JsonElement owner)
    {
        var m = owner.GetProperty("matrix");
        float At(int row, int column) => m[row][column].GetSingle();
        return new Matrix4x4(
            At(0, 0), At(1, 0), At(2, 0), At(3, 0), At(0, 1), At(1, 1), At(2, 1), At(3, 1),
            At(0, 2), At(1, 2), At(2, 2), At(3, 2), At(0, 3), At(1, 3), At(2, 3), At(3, 3));
    }

    private static Transform Split(Matrix4x4 matrix) => Matrix4x4.Decompose(matrix, out var scale, out var rotation, out var translation)
        ? new Transform(translation, rotation, scale)
        : throw new InvalidDataException("A matrix of the workload is not made of a translation, a rotation and scales.");
}
