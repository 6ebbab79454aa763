using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Randomizers;

namespace SynthRender.Cli.Bench;

/// <summary>Sets the scene as a workload's frame says; draws nothing at random.</summary>
internal sealed class WorkloadPlayer(
    Workload workload,
    PerceptionCamera camera,
    ModelNode ground,
    IReadOnlyDictionary<string, ModelNode> models,
    LightNode sun,
    LightNode lamp) : Randomizer
{
    protected override void OnIterationStart(Iteration iteration)
    {
        var frame = workload.Frames[iteration.Frame % workload.Frames.Count];
        foreach (var model in models.Values) model.Enabled = false;
        foreach (var item in frame.Objects)
        {
            var model = models[item.Model];
            model.Enabled = true;
            model.Local = Decompose(Workload.ToYUp(item.Matrix, localIsZUp: true), item.Model);
            Paint(model, item.BaseColor, item.Roughness);
        }

        Paint(ground, frame.GroundColor, roughness: 0.9f);
        var aspect = (float)camera.Lens.Height / camera.Lens.Width;
        camera.Lens = camera.Lens with
        {
            VerticalFov = 2 * MathF.Atan(MathF.Tan(Units.Degrees(frame.Camera.HorizontalFovDegrees) / 2) * aspect),
            Near = frame.Camera.Near,
            Far = frame.Camera.Far,
        };
        camera.Local = Decompose(Workload.ToYUp(frame.Camera.Matrix, localIsZUp: false), "camera");
        sun.Light = new DirectionalLight { Irradiance = frame.Sun.Irradiance, AngularDiameter = frame.Sun.AngularDiameter };
        sun.Local = sun.Local with { Rotation = Towards(-Workload.ToYUp(frame.Sun.ToSun)) };
        lamp.Light = new PointLight
        {
            Intensity = frame.Point.Power / (4 * MathF.PI),
            Radius = frame.Point.Radius,
            Color = new Vector3(frame.Point.Color[0], frame.Point.Color[1], frame.Point.Color[2]),
        };
        lamp.Local = Transform.At(Workload.ToYUp(frame.Point.Position));
        iteration.Scene.Surroundings = Surroundings.Uniform(new Vector3(frame.Ambient[0], frame.Ambient[1], frame.Ambient[2]));
    }

    private static void Paint(ModelNode model, float[] color, float roughness)
    {
        for (var slot = 0; slot < model.Materials.Length; slot++)
        {
            model.Materials = model.Materials.SetItem(slot, model.Materials[slot] with
            {
                BaseColorFactor = new Vector4(color[0], color[1], color[2], 1),
                RoughnessFactor = roughness,
                MetallicFactor = 0,
            });
        }
    }

    private static Quaternion Towards(Vector3 direction)
    {
        var node = new PerceptionCamera("light", 1, 1, 1);
        node.LookAt(Vector3.Zero, direction);
        return node.Local.Rotation;
    }

    private static Transform Decompose(Matrix4x4 matrix, string what) => Matrix4x4.Decompose(matrix, out var scale, out var rotation, out var translation)
        ? new Transform(translation, rotation, scale)
        : throw new InvalidDataException($"The matrix of '{what}' is not made of a translation, a rotation and scales.");
}
