using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>A four-legged robot, 0.6 m tall: a slim body with cameras in front, three joints per leg.</summary>
public sealed class RobotDog : IModel
{
    private static readonly (string Name, float X, float Z)[] Legs = [("FrontLeft", 1, 1), ("FrontRight", -1, 1), ("RearLeft", 1, -1), ("RearRight", -1, -1)];

    /// <inheritdoc/>
    public string Name => "robot_dog";

    /// <inheritdoc/>
    public string Family => "robots";

    private static Vector3 Hip(float x, float z) => new(x * 0.075f, 0.520f, z * 0.300f);

    private static Vector3 Thigh(float x, float z) => new(x * 0.165f, 0.520f, z * 0.300f);

    private static Vector3 Knee(float x, float z) => new(x * 0.175f, 0.300f, z * 0.300f - 0.165f);

    private static Vector3 Foot(float x, float z) => new(x * 0.175f, 0.024f, z * 0.300f + 0.015f);

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "robot") { OcclusionReach = 0.07f };
        model.Node("Trunk", null, 0, 0.52f, 0);
        model.Materials.Add(new ModelMaterial("Paint", Rgb.Hex("F2B90F")));
        foreach (var material in (string[])["Dark", "Metal", "Glass"])
            model.Material(material);
        AddTrunk(model);
        foreach (var (name, x, z) in Legs)
            AddLeg(model, name, x, z);
        // Morphs move what a joint turns only where it stays in place: an offset of a whole leg would turn with the leg.
        model.Morph("tall_trunk", m => m.Solid.StartsWith("Trunk", StringComparison.Ordinal) ? m.Position + new Vector3(0, 0.035f * Smooth.Step(0.572f, 0.590f, m.Position.Y), 0) : m.Position);
        model.Morph("deep_belly", m => m.Solid.StartsWith("Trunk", StringComparison.Ordinal) ? m.Position - new Vector3(0, 0.035f * Smooth.Step(0.50f, 0.45f, m.Position.Y) * Smooth.Step(0.25f, 0.15f, MathF.Abs(m.Position.Z)), 0) : m.Position);
        model.Morph("stout_shins", m => m.Solid.EndsWith("ShinDark", StringComparison.Ordinal) ? m.Position + m.Normal * 0.008f * Smooth.Bump(0.16f, 0.12f, m.Position.Y) : m.Position);
        model.Morph("stout_thighs", m => m.Solid.EndsWith("ThighPaint", StringComparison.Ordinal) ? m.Position + m.Normal * 0.010f * Smooth.Bump(0.41f, 0.09f, m.Position.Y) : m.Position);
        Machine.Paints(model, ("white", "E8E8E2"), ("orange", "EE6A1E"), ("olive", "5C6340"), ("graphite", "3A3E44"));
        AddLabels(model);
        return model;
    }

    private static void AddTrunk(ModelDescription model)
    {
        var hull = new RoundBox(new(0, 0.530f, 0), new(0.112f, 0.066f, 0.255f), 0.034f).Join(0.03f, new RoundBox(new(0, 0.545f, 0.275f), new(0.095f, 0.048f, 0.090f), 0.030f))
            .Join(0.03f, new RoundBox(new(0, 0.540f, -0.275f), new(0.095f, 0.052f, 0.085f), 0.030f))
            .Cut(0.004f, new RoundBox(new(0, 0.600f, 0), new(0.060f, 0.010f, 0.200f), 0.004f));
        Machine.Add(model, "Trunk", "Paint", hull, 0.0052f, 2600);
        Machine.Add(model, "Trunk", "Dark", new SmoothUnion(0.002f,
        [
            new RoundBox(new(0, 0.595f, 0.120f), new(0.012f, 0.010f, 0.075f), 0.004f).Move(new(0.040f, 0, -0.12f)).MirrorX(), new RoundBox(new(0, 0.470f, 0), new(0.085f, 0.016f, 0.22f), 0.010f),
            new RoundBox(new(0, 0.548f, 0.362f), new(0.078f, 0.034f, 0.010f), 0.008f), new RoundBox(new(0, 0.545f, -0.357f), new(0.070f, 0.032f, 0.010f), 0.008f),
            new RoundBox(new(0.113f, 0.535f, 0), new(0.006f, 0.022f, 0.080f), 0.004f).MirrorX(),
            new RoundBox(new(0, 0.600f, -0.15f), new(0.040f, 0.022f, 0.055f), 0.008f),
        ]), 0.0040f, 1900, 0.8f);
        Machine.Add(model, "Trunk", "Glass", new SmoothUnion(0f, [new RoundCylinder(new(0.046f, 0.552f, 0.366f), new(0.046f, 0.552f, 0.376f), 0.0145f, 0.003f).MirrorX(), new RoundBox(new(0, 0.548f, 0.370f), new(0.020f, 0.009f, 0.005f), 0.003f)]),
            0.0020f, 500, 0.8f, _ => new SurfaceLook(new Vector3(0.010f, 0.012f, 0.03f), 0.05f));
        Machine.Add(model, "Trunk", "Metal", new SmoothUnion(0f, [new RoundCylinder(new(0, 0.615f, -0.15f), new(0, 0.668f, -0.15f), 0.034f, 0.006f), .. Enumerable.Range(0, 4).Select(i => (Field)Fasteners.Bolt(new(i % 2 == 0 ? 0.048f : -0.048f, 0.592f, i < 2 ? 0.17f : -0.05f), Vector3.UnitY, 0.006f))]),
            0.0022f, 800, 0.8f);
    }

    private static void AddLeg(ModelDescription model, string name, float x, float z)
    {
        var (hip, thigh, knee, foot) = (Hip(x, z), Thigh(x, z), Knee(x, z), Foot(x, z));
        model.Node(name + "Hip", "Trunk", hip);
        model.Node(name + "Thigh", name + "Hip", thigh);
        model.Node(name + "Shin", name + "Thigh", knee);
        var across = new Vector3(x, 0, 0);
        Machine.Add(model, name + "Hip", "Dark", new SmoothUnion(0.012f,
        [
            new RoundCylinder(hip + across * 0.005f, thigh - across * 0.030f, 0.052f, 0.010f), new RoundCylinder(hip - new Vector3(0, 0, z * 0.01f), hip + new Vector3(0, 0, z * 0.085f), 0.040f, 0.008f),
        ]), 0.0040f, 650, 0.8f);
        var along = Vector3.Normalize(knee - thigh);
        Machine.Add(model, name + "Thigh", "Paint", new SmoothUnion(0.014f,
        [
            new RoundCylinder(thigh - across * 0.027f, thigh + across * 0.030f, 0.058f, 0.012f), new RoundCone(thigh + along * 0.02f, knee - along * 0.02f, 0.046f, 0.027f).Stretch(thigh, new Vector3(0.72f, 1f, 1f)),
            new RoundCylinder(knee - across * 0.026f, knee + across * 0.026f, 0.031f, 0.006f),
        ]).Cut(0.003f, new RoundCylinder(knee - across * 0.0125f, knee + across * 0.0125f, 0.036f, 0.002f)), 0.0040f, 900);
        Machine.Add(model, name + "Thigh", "Metal", new RoundCylinder(thigh + across * 0.028f, thigh + across * 0.036f, 0.030f, 0.002f)
            .Join(0f, Fasteners.BoltCircle(thigh + across * 0.0300f, across, 0.043f, 6, 0.0042f)), 0.0020f, 500, 0.7f);
        var shin = Vector3.Normalize(foot - knee);
        Machine.Add(model, name + "Shin", "Dark", new SmoothUnion(0.010f,
        [
            new RoundCylinder(knee - across * 0.0115f, knee + across * 0.0115f, 0.028f, 0.004f), new RoundCone(knee, foot - shin * 0.02f, 0.0185f, 0.0125f).Stretch(knee, new Vector3(0.8f, 1f, 1f)),
            new RoundCone(knee + new Vector3(0, 0.005f, 0.006f), knee + shin * 0.10f + new Vector3(0, 0, 0.010f), 0.016f, 0.008f),
            new Ball(foot, 0.024f),
        ]), 0.0032f, 900, 0.9f, s => s.Position.Y < 0.05f ? Finishes.Plastic(new Vector3(0.014f), 0.85f)(s) : Finishes.Plastic(new Vector3(0.040f, 0.041f, 0.044f), 0.4f)(s));
        // Within these, no leg of one side reaches one of the other, nor a front leg the rear one (3000 random poses).
        model.Revolute(name + "Hip", Vector3.UnitZ, x > 0 ? -10 : -35, x > 0 ? 35 : 10);
        model.Revolute(name + "Thigh", Vector3.UnitX, z > 0 ? -45 : -25, z > 0 ? 25 : 40);
        model.Revolute(name + "Shin", Vector3.UnitX, -45, z > 0 ? 35 : 30);
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("front", "TrunkDark", new(0, 0.530f, 0.372f), 0.05f);
        model.Keypoint("rear", "TrunkDark", new(0, 0.545f, -0.367f), 0.05f);
        model.Keypoint("lidar_top", "TrunkMetal", new(0, 0.668f, -0.15f), 0.04f);
        model.KeypointPair("camera", "TrunkGlass", new(0.046f, 0.552f, 0.376f), 0.02f);
        foreach (var (name, z) in ((string, float)[])[("front_", 1f), ("rear_", -1f)])
        {
            var corner = z > 0 ? "Front" : "Rear";
            model.KeypointPair(name + "hip", corner + "LeftThighMetal", Thigh(1, z) + new Vector3(0.036f, 0, 0), 0.04f, corner + "RightThighMetal");
            model.KeypointPair(name + "knee", corner + "LeftThighPaint", Knee(1, z) + new Vector3(0.026f, 0, 0), 0.03f, corner + "RightThighPaint");
            model.KeypointPair(name + "foot", corner + "LeftShinDark", Foot(1, z) - new Vector3(0, 0.022f, 0), 0.03f, corner + "RightShinDark");
            foreach (var side in (string[])["left_", "right_"])
                model.Chain(z > 0 ? "front" : "rear", side + name + "hip", side + name + "knee", side + name + "foot");
        }

        model.Chain("front", "lidar_top", "rear");
        model.Part("trunk", "Trunk");
        foreach (var (name, x, z) in Legs)
            model.Part($"{(x > 0 ? "left" : "right")}_{(z > 0 ? "front" : "rear")}_leg", name + "Hip", name + "Thigh", name + "Shin");
    }
}
