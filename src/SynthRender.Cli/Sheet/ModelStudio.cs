using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;

namespace SynthRender.Cli.Sheet;

/// <summary>A photographer's turntable: one model on a grey floor under a soft key light, seen from a little above.</summary>
internal static class ModelStudio
{
    private const float Fov = 24 * MathF.PI / 180;

    // The floor's horizon lies above the picture: it fills the background.
    private const float Elevation = 17 * MathF.PI / 180;

    // How much of the picture the model's box may take.
    private const float Filled = 0.96f;

    /// <summary>The model, turned evenly through a full circle; the first view shows its front half turned to the right.</summary>
    /// <param name="model">What stands on the turntable, in its rest pose.</param>
    /// <param name="size">Width and height of a picture, pixels.</param>
    /// <param name="views">How many, 1 or more.</param>
    public static IReadOnlyList<FrameSnapshot> Views(ModelAsset model, int size, int views)
    {
        var turns = Enumerable.Range(0, views).Select(i => Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.62f + i * MathF.Tau / views)).ToArray();
        var box = model.Bounds;
        var height = box.Size.Y;
        var aim = new Vector3(0, height / 2, 0);
        var direction = new Vector3(0, MathF.Sin(Elevation), MathF.Cos(Elevation));
        var distance = turns.Max(turn => Distance(box, turn, direction, size));
        var scene = new Scene { Surroundings = Surroundings.Uniform(new Vector3(0.42f)) };
        var camera = scene.AddCamera(size, size, Fov).LookAt(aim + direction * distance, aim);
        camera.Lens = camera.Lens with { Near = distance * 0.05f, Far = distance * 60 };
        scene.AddLight(new DirectionalLight { Irradiance = 2.3f, AngularDiameter = 0.12f }, Transform.LookingAt(new Vector3(-1.1f, 2.2f, 1.5f), Vector3.Zero), "key");
        scene.AddLight(new DirectionalLight { Irradiance = 0.7f, CastsShadow = false }, Transform.LookingAt(new Vector3(1.8f, 1.1f, -1.2f), Vector3.Zero), "rim");
        var floor = scene.AddModel(Shapes.Plane(80 * distance, 80 * distance), name: "floor");
        floor.Materials = [floor.Materials[0] with { BaseColorFactor = new Vector4(0.56f, 0.56f, 0.55f, 1), RoughnessFactor = 1, MetallicFactor = 0 }];
        var node = scene.AddModel(model);

        var frames = new List<FrameSnapshot>();
        for (var i = 0; i < turns.Length; i++)
        {
            node.Local = new Transform(OnTurntable(box, turns[i]), turns[i], Vector3.One);
            frames.Add(SnapshotBuilder.Capture(scene, camera, i, []));
        }

        return frames;
    }

    // The middle of the model's box over the axis, its lowest point on the floor.
    private static Vector3 OnTurntable(BoundingBox box, Quaternion turn) =>
        -Vector3.Transform(box.Center with { Y = box.Min.Y }, turn);

    /// <summary>How far from the middle of the model the camera stands so that the box just fits.</summary>
    private static float Distance(BoundingBox box, Quaternion turn, Vector3 direction, int size)
    {
        var corners = Enumerable.Range(0, 8).Select(i => Vector3.Transform(box.Size / 2 * new Vector3((i & 1) * 2 - 1, (i & 2) - 1, (i >> 1 & 2) - 1), turn)).ToArray();
        float near = box.Size.Length() / 2, far = 100 * near;
        for (var step = 0; step < 40; step++)
        {
            var middle = (near + far) / 2;
            var view = new CameraView("fit", new Lens(size, size, Fov), Matrix4x4.CreateFromQuaternion(Transform.LookingAt(direction, Vector3.Zero).Rotation) * Matrix4x4.CreateTranslation(direction * middle));
            var fits = corners.All(c => Vector3.Distance(c, direction * middle) > 0 && Inside(view.Project(c), size));
            (near, far) = fits ? (near, middle) : (middle, far);
        }

        return far;
    }

    private static bool Inside(Vector3 pixel, int size)
    {
        var margin = size * (1 - Filled) / 2;
        return pixel.X >= margin && pixel.X <= size - margin && pixel.Y >= margin && pixel.Y <= size - margin && pixel.Z > 0;
    }
}
