using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>A four-wheeled field robot, 0.75 m long: treaded tyres, bumper, a mast with a stereo camera, a lidar, an emergency stop.</summary>
public sealed class MobileBase : IModel
{
    private const float Radius = 0.155f;
    private static readonly (string Name, float X, float Z)[] Wheels = [("FrontLeft", 1, 1), ("FrontRight", -1, 1), ("RearLeft", 1, -1), ("RearRight", -1, -1)];

    /// <inheritdoc/>
    public string Name => "mobile_base";

    /// <inheritdoc/>
    public string Family => "robots";

    private static Vector3 Hub(float x, float z) => new(x * 0.265f, Radius, z * 0.225f);

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "robot") { OcclusionReach = 0.08f };
        model.Node("Chassis", null, 0, 0.2f, 0);
        model.Node("Head", "Chassis", 0, 0.58f, 0.13f);
        model.Materials.Add(new ModelMaterial("Paint", Rgb.Hex("F2B90F")));
        foreach (var material in (string[])["Dark", "Metal", "Rubber", "Glass", "Signal"])
            model.Material(material);
        AddChassis(model);
        foreach (var (name, x, z) in Wheels)
            AddWheel(model, name, Hub(x, z), x);
        // The head turns about all axes: what carries it may not move it.
        model.Morph("stout_mast", m => m.Solid == "ChassisMetal" && m.Position.Z > 0.075f && m.Position.Y > 0.30f
            ? m.Position + (m.Position - new Vector3(0, m.Position.Y, 0.13f)) * 0.5f * Smooth.Step(0.338f, 0.360f, m.Position.Y) * Smooth.Step(0.545f, 0.520f, m.Position.Y) : m.Position);
        model.Morph("wide_tyres", m => m.Solid.EndsWith("Rubber", StringComparison.Ordinal) ? m.Position + new Vector3((m.Position.X - MathF.Sign(m.Position.X) * 0.265f) * 0.30f + MathF.Sign(m.Position.X) * 0.012f, 0, 0) : m.Position);
        model.Morph("high_deck", m => m.Solid == "ChassisPaint" ? m.Position + new Vector3(0, 0.05f * Smooth.Step(0.24f, 0.31f, m.Position.Y), 0)
            : m.Solid is "ChassisDark" or "ChassisSignal" or "ChassisMetal" or "ChassisGlass" && m.Position.Y > 0.31f
                ? m.Position + new Vector3(0, 0.05f * (m.Solid == "ChassisMetal" && m.Position.Z > 0.075f ? Smooth.Step(0.50f, 0.36f, m.Position.Y) : 1f), 0) : m.Position);
        Machine.Paints(model, ("red", "B8231C"), ("white", "E8E8E2"), ("olive", "5C6340"), ("blue", "2A66B0"));
        AddLabels(model);
        return model;
    }

    private static void AddChassis(ModelDescription model)
    {
        var hull = new RoundBox(new(0, 0.240f, 0), new(0.180f, 0.090f, 0.330f), 0.028f)
            .Cut(0.014f, new HalfSpace(new(0, 0.20f, 0.32f), -Vector3.Normalize(new Vector3(0, -0.75f, 1f))).Meet(0f, new RoundBox(new(0, 0.18f, 0.34f), new(0.3f, 0.10f, 0.1f), 0f)))
            .Cut(0.003f, new RoundBox(new(0, 0.250f, 0), new(0.190f, 0.0025f, 0.34f), 0.001f));
        Machine.Add(model, "Chassis", "Paint", hull, 0.0056f, 2200);
        Machine.Add(model, "Chassis", "Dark", new SmoothUnion(0.002f,
        [
            new RoundBox(new(0, 0.334f, 0), new(0.150f, 0.008f, 0.290f), 0.005f), new RoundBox(new(0, 0.195f, 0.340f), new(0.150f, 0.030f, 0.022f), 0.014f),
            new RoundBox(new(0, 0.195f, -0.338f), new(0.150f, 0.030f, 0.020f), 0.012f), new RoundBox(new(0, 0.362f, -0.16f), new(0.085f, 0.024f, 0.075f), 0.010f),
            new RoundCylinder(new(-0.11f, 0.34f, -0.29f), new(-0.11f, 0.72f, -0.29f), 0.0055f, 0.003f, 0.0035f),
            new RoundCylinder(new(0.11f, 0.34f, -0.29f), new(0.11f, 0.62f, -0.29f), 0.0055f, 0.003f, 0.0035f),
        ]), 0.0042f, 2200, 0.7f);
        Machine.Add(model, "Chassis", "Metal", new SmoothUnion(0f,
        [
            new RoundCylinder(new(0, 0.34f, 0.13f), new(0, 0.555f, 0.13f), 0.021f, 0.003f), new RoundCylinder(new(0, 0.338f, 0.13f), new(0, 0.352f, 0.13f), 0.050f, 0.003f),
            new RoundCylinder(new(0, 0.384f, -0.16f), new(0, 0.402f, -0.16f), 0.048f, 0.004f), new RoundCylinder(new(-0.33f, Radius, 0.225f), new(0.33f, Radius, 0.225f), 0.018f, 0.003f).Meet(0f, new RoundBox(new(0, Radius, 0.225f), new(0.225f, 0.1f, 0.1f), 0f)),
            new RoundCylinder(new(-0.225f, Radius, -0.225f), new(0.225f, Radius, -0.225f), 0.018f, 0.003f),
        ]), 0.0034f, 1200, 0.7f);
        Machine.Add(model, "Chassis", "Glass", new RoundCylinder(new(0, 0.400f, -0.16f), new(0, 0.452f, -0.16f), 0.044f, 0.008f)
            .Join(0f, new RoundBox(new(0.105f, 0.275f, 0.329f), new(0.040f, 0.013f, 0.006f), 0.005f).MirrorX()), 0.003f, 600, 0.7f,
            s => s.Position.Z > 0.2f ? new SurfaceLook(new Vector3(0.80f, 0.82f, 0.78f), 0.12f) : new SurfaceLook(new Vector3(0.012f, 0.010f, 0.016f), 0.07f));
        Machine.Add(model, "Chassis", "Signal", new RoundCylinder(new(0.085f, 0.338f, -0.265f), new(0.085f, 0.362f, -0.265f), 0.012f, 0.002f)
            .Join(0.002f, new RoundCylinder(new(0.085f, 0.360f, -0.265f), new(0.085f, 0.378f, -0.265f), 0.024f, 0.007f)), 0.0022f, 300, 0.6f, _ => new SurfaceLook(Rgb.Hex("C4161C"), 0.3f));

        Machine.Add(model, "Head", "Dark", new RoundBox(new(0, 0.592f, 0.135f), new(0.095f, 0.032f, 0.030f), 0.014f).Join(0.006f, new RoundCylinder(new(0, 0.548f, 0.13f), new(0, 0.575f, 0.13f), 0.027f, 0.004f))
            .Cut(0.001f, new RoundCylinder(new(0.055f, 0.594f, 0.160f), new(0.055f, 0.594f, 0.18f), 0.0175f, 0f).MirrorX()), 0.0030f, 900, 0.9f);
        Machine.Add(model, "Head", "Glass", new Ellipsoid(new(0.055f, 0.594f, 0.1585f), new(0.0165f, 0.0165f, 0.0070f)).MirrorX(), 0.0018f, 400, 0.8f, _ => new SurfaceLook(new Vector3(0.010f, 0.012f, 0.03f), 0.05f));
        model.BallJoint("Head", new(-25, -80, 0), new(25, 80, 0));
    }

    private static void AddWheel(ModelDescription model, string name, Vector3 hub, float side)
    {
        var node = "Wheel" + name;
        model.Node(node, "Chassis", hub);
        var x = Vector3.UnitX;
        var tyre = new RoundCylinder(hub - x * 0.052f, hub + x * 0.052f, Radius - 0.010f, 0.026f)
            .Cut(0.004f, new RoundCylinder(hub - x * 0.06f, hub + x * 0.06f, 0.092f, 0f));
        Machine.Add(model, node, "Rubber", new Treaded(tyre, hub, Radius), 0.0048f, 2100, 0.8f, Finishes.Plastic(new Vector3(0.018f), 0.9f));
        var rim = new RoundCylinder(hub - x * 0.040f, hub + x * 0.040f, 0.096f, 0.004f)
            .Cut(0.004f, new RoundCylinder(hub + x * side * 0.020f, hub + x * side * 0.06f, 0.080f, 0.003f)).Join(0.006f, new RoundCylinder(hub, hub + x * side * 0.036f, 0.030f, 0.005f));
        var holes = Enumerable.Range(0, 6).Select(i => (Field)new RoundCylinder(Spoke(hub, i) - x * 0.07f, Spoke(hub, i) + x * 0.07f, 0.016f, 0f));
        Machine.Add(model, node, "Metal", rim.Cut(0.003f, new SmoothUnion(0f, holes)).Join(0f, Fasteners.BoltCircle(hub + x * side * 0.036f, x * side, 0.020f, 5, 0.0042f)), 0.0030f, 1000, 0.7f);
        model.Revolute(node, Vector3.UnitX, -180, 180);
    }

    private static Vector3 Spoke(Vector3 hub, int i)
    {
        var (sin, cos) = MathF.SinCos(i * MathF.Tau / 6f);
        return hub + new Vector3(0, cos, sin) * 0.056f;
    }

    /// <summary>A tyre with slanting blocks around its tread.</summary>
    private sealed class Treaded(Field tyre, Vector3 hub, float radius) : Field
    {
        public override Box Bounds => tyre.Bounds.Grown(0.011f);

        public override float Lipschitz => 2.2f;

        public override float Distance(Vector3 p)
        {
            var d = tyre.Distance(p);
            var q = p - hub;
            var away = MathF.Sqrt(q.Y * q.Y + q.Z * q.Z);
            if (away < radius - 0.05f || d > 0.04f)
                return d;
            var turn = MathF.Atan2(q.Y, q.Z) / MathF.Tau * 22f + MathF.Abs(q.X) * 14f;
            var wave = MathF.Abs(turn - MathF.Floor(turn) - 0.5f) * 2f;
            return d - 0.010f * Smooth.Step(0.25f, 0.50f, wave) * Smooth.Step(radius - 0.05f, radius - 0.025f, away) * Smooth.Step(0.04f, 0.02f, d);
        }
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("front_bumper", "ChassisDark", new(0, 0.195f, 0.362f), 0.05f);
        model.Keypoint("rear_bumper", "ChassisDark", new(0, 0.195f, -0.358f), 0.05f);
        model.Keypoint("lidar_top", "ChassisGlass", new(0, 0.452f, -0.16f), 0.04f);
        model.Keypoint("emergency_stop", "ChassisSignal", new(0.085f, 0.378f, -0.265f), 0.02f);
        model.KeypointPair("lens", "HeadGlass", new(0.055f, 0.594f, 0.1655f), 0.02f);
        model.KeypointPair("front_hub", "WheelFrontLeftMetal", Hub(1, 1) + new Vector3(0.036f, 0, 0), 0.05f, "WheelFrontRightMetal");
        model.KeypointPair("rear_hub", "WheelRearLeftMetal", Hub(1, -1) + new Vector3(0.036f, 0, 0), 0.05f, "WheelRearRightMetal");
        model.KeypointPair("front_corner", "ChassisPaint", new(0.172f, 0.322f, 0.322f), 0.04f);
        model.KeypointPair("rear_corner", "ChassisPaint", new(0.172f, 0.322f, -0.322f), 0.04f);
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("front_bumper", side + "front_corner", side + "rear_corner", "rear_bumper");
            model.Chain(side + "front_hub", side + "rear_hub");
            model.Chain("lidar_top", side + "lens");
        }

        model.Part("chassis", "Chassis");
        model.Part("head", "Head");
        model.Part("wheels", [.. Wheels.Select(w => "Wheel" + w.Name)]);
    }
}
