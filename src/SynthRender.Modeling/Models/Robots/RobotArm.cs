using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>
/// A six-axis industrial arm of about 1 m reach with a parallel-jaw gripper: cast links with forks and drums, motor covers,
/// bolted caps, a hose along the forearm. It looks toward +Z with the gripper pointing down.
/// </summary>
public sealed class RobotArm : IModel
{
    private static readonly Vector3 Shoulder = new(0f, 0.40f, 0.06f);
    private static readonly Vector3 Elbow = new(0f, 0.86f, -0.02f);
    private static readonly Vector3 Roll = new(0f, 0.915f, 0.13f);
    private static readonly Vector3 Wrist = new(0f, 0.925f, 0.50f);
    private static readonly Vector3 Flange = new(0f, 0.845f, 0.50f);
    private static readonly Vector3 RollAxis = Vector3.Normalize(Wrist - Roll);

    /// <inheritdoc/>
    public string Name => "robot_arm";

    /// <inheritdoc/>
    public string Family => "robots";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "robot") { OcclusionReach = 0.06f };
        AddNodes(model);
        model.Materials.Add(new ModelMaterial("Paint", Rgb.Hex("F0691C")));
        model.Material("Dark");
        model.Material("Metal");
        AddBase(model);
        AddUpperArm(model);
        AddForearm(model);
        AddGripper(model);
        AddVariation(model);
        AddLabels(model);
        return model;
    }

    private static void AddNodes(ModelDescription model)
    {
        model.Node("Base", null, 0, 0, 0);
        model.Node("Turret", "Base", 0, 0.20f, 0);
        model.Node("UpperArm", "Turret", Shoulder);
        model.Node("Elbow", "UpperArm", Elbow);
        model.Node("Forearm", "Elbow", Roll);
        model.Node("Wrist", "Forearm", Wrist);
        model.Node("Flange", "Wrist", Flange);
        model.Node("JawLeft", "Flange", 0.030f, 0.735f, 0.50f);
        model.Node("JawRight", "Flange", -0.030f, 0.735f, 0.50f);
    }

    private static void Add(ModelDescription model, string node, string material, Field field, float cell, int triangles, float density = 1f, Func<SurfacePoint, SurfaceLook>? look = null) =>
        model.Solids.Add(new Solid
        {
            Name = node + material,
            Material = material,
            Node = node,
            Field = field,
            Look = look ?? material switch
            {
                "Paint" => Finishes.Paint,
                "Metal" => Finishes.Metal(new Vector3(0.62f, 0.63f, 0.65f), Vector3.UnitX),
                _ => Finishes.Plastic(new Vector3(0.030f, 0.031f, 0.034f)),
            },
            Relief = material == "Metal" ? null : material == "Paint" ? Finishes.OrangePeel : Finishes.Grain,
            Cell = cell,
            Triangles = triangles,
            Density = density,
            Hard = true,
            WearScale = 0.008f,
        });

    private static Field Across(Vector3 at, float from, float to, float radius, float round) =>
        new RoundCylinder(at + new Vector3(from, 0, 0), at + new Vector3(to, 0, 0), radius, round);

    private static void AddBase(ModelDescription model)
    {
        Vector3 up = Vector3.UnitY;
        var pedestal = new RoundCylinder(new(0, 0, 0), new(0, 0.026f, 0), 0.175f, 0.006f)
            .Join(0.030f, new RoundCylinder(new(0, 0.015f, 0), new(0, 0.192f, 0), 0.135f, 0.012f, 0.122f))
            .Join(0.015f, new RoundBox(new(0, 0.085f, -0.125f), new(0.070f, 0.055f, 0.055f), 0.012f));
        Add(model, "Base", "Paint", pedestal, 0.0048f, 1300);
        Add(model, "Base", "Dark", new RoundBox(new(-0.030f, 0.085f, -0.182f), new(0.018f, 0.022f, 0.014f), 0.004f)
            .Join(0f, new RoundBox(new(0.028f, 0.085f, -0.182f), new(0.024f, 0.030f, 0.014f), 0.004f),
                Tube.Along([new(-0.030f, 0.085f, -0.190f, 0.009f), new(-0.032f, 0.078f, -0.225f, 0.009f), new(-0.034f, 0.030f, -0.250f, 0.009f), new(-0.036f, 0.010f, -0.290f, 0.009f)])),
            0.0035f, 700, 0.8f);
        Add(model, "Base", "Metal", Fasteners.BoltCircle(new(0, 0.026f, 0), up, 0.155f, 8, 0.011f), 0.0026f, 900, 0.8f);

        var drum = new RoundCylinder(new(0, 0.200f, 0), new(0, 0.262f, 0), 0.130f, 0.014f);
        var cheeks = new SmoothUnion(0.02f, [Across(Shoulder, 0.078f, 0.124f, 0.098f, 0.012f), new RoundCone(new(0.094f, 0.27f, 0.0f), Shoulder + new Vector3(0.101f, -0.03f, 0), 0.036f, 0.024f)]).MirrorX();
        var body = new RoundBox(new(0, 0.285f, -0.020f), new(0.116f, 0.052f, 0.098f), 0.030f);
        Add(model, "Turret", "Paint", new SmoothUnion(0.026f, [drum, body, cheeks])
            .Cut(0.008f, Across(Shoulder, -0.0775f, 0.0775f, 0.110f, 0.004f)), 0.0046f, 2200);
        Add(model, "Turret", "Dark", new SmoothUnion(0f,
        [
            Across(Shoulder, 0.120f, 0.138f, 0.078f, 0.008f),
            Motor(Shoulder, -0.120f, -0.222f, 0.062f),
            Motor(new(0, 0.33f, -0.075f), -0.035f, 0.035f, 0.05f).Turn(new(0, 0.33f, -0.075f), Vector3.UnitZ, MathF.PI / 2f),
        ]), 0.0034f, 1700, 0.8f);
        Add(model, "Turret", "Metal", new SmoothUnion(0f,
        [
            Fasteners.BoltCircle(Shoulder + new Vector3(0.124f, 0, 0), Vector3.UnitX, 0.088f, 10, 0.0062f),
            Fasteners.BoltCircle(Shoulder - new Vector3(0.124f, 0, 0), -Vector3.UnitX, 0.086f, 10, 0.0062f),
        ]), 0.0017f, 1500, 0.7f);
    }

    private static Field Motor(Vector3 at, float from, float to, float radius)
    {
        var body = Across(at, from, to, radius, 0.010f);
        var step = (to - from) / 7f;
        var fins = Enumerable.Range(2, 4).Select(i => (Field)new Ring(at + new Vector3(from + step * i, 0, 0), Vector3.UnitX, radius + 0.001f, 0.0035f));
        foreach (var groove in fins)
            body = body.Cut(0.001f, groove);
        return body;
    }

    private static void AddUpperArm(ModelDescription model)
    {
        var along = Vector3.Normalize(Elbow - Shoulder);
        var lower = Across(Shoulder, -0.074f, 0.074f, 0.092f, 0.012f);
        var upper = Across(Elbow, -0.066f, 0.066f, 0.078f, 0.012f);
        var beam = new RoundCone(Shoulder, Elbow, 0.078f, 0.060f).Stretch(Shoulder, new Vector3(0.82f, 1f, 1f));
        // A shallow recess on both sides gives the casting its ribs.
        var recess = new RoundCone(Shoulder + along * 0.15f + new Vector3(0.088f, 0, 0), Elbow - along * 0.13f + new Vector3(0.082f, 0, 0), 0.044f, 0.036f).MirrorX();
        Add(model, "UpperArm", "Paint", new SmoothUnion(0.030f, [lower, upper, beam]).Cut(0.006f, recess), 0.0046f, 2000);
        Add(model, "UpperArm", "Dark", new SmoothUnion(0.002f,
        [
            Tube.Along(
            [
                new(0.0f, 0.47f, 0.130f, 0.013f), new(0.0f, 0.54f, 0.128f, 0.013f), new(0.0f, 0.66f, 0.108f, 0.013f),
                new(0.0f, 0.75f, 0.094f, 0.013f), new(0.0f, 0.80f, 0.078f, 0.013f),
            ], 6),
            new RoundBox(new(0, 0.56f, 0.112f), new(0.024f, 0.014f, 0.026f), 0.005f),
            new RoundBox(new(0, 0.73f, 0.083f), new(0.024f, 0.014f, 0.026f), 0.005f),
        ]), 0.0034f, 700, 0.8f);
    }

    private static void AddForearm(ModelDescription model)
    {
        var cheeks = new SmoothUnion(0.02f, [Across(Elbow, 0.070f, 0.108f, 0.084f, 0.010f), new RoundCone(Elbow + new Vector3(0.086f, 0.02f, 0.02f), Roll + new Vector3(0.066f, 0.005f, -0.03f), 0.032f, 0.030f)]).MirrorX();
        var bridge = new RoundBox(Elbow + new Vector3(0, 0.078f, 0.105f), new Vector3(0.092f, 0.060f, 0.060f), 0.028f);
        var housing = new SmoothUnion(0.024f, [cheeks, bridge, new RoundCylinder(Roll - RollAxis * 0.06f, Roll + RollAxis * 0.040f, 0.082f, 0.014f)])
            .Cut(0.008f, Across(Elbow, -0.0695f, 0.0695f, 0.094f, 0.004f));
        Add(model, "Elbow", "Paint", housing, 0.0044f, 2000);
        Add(model, "Elbow", "Dark", new SmoothUnion(0f,
        [
            Across(Elbow, 0.105f, 0.120f, 0.066f, 0.007f),
            Motor(Elbow, -0.105f, -0.185f, 0.052f),
            new RoundCylinder(Elbow + new Vector3(0.040f, 0.085f, 0.060f), Elbow + new Vector3(0.040f, 0.075f, -0.075f), 0.034f, 0.008f),
            new RoundCylinder(Elbow + new Vector3(-0.040f, 0.085f, 0.060f), Elbow + new Vector3(-0.040f, 0.075f, -0.075f), 0.034f, 0.008f),
        ]), 0.0033f, 1500, 0.8f);
        Add(model, "Elbow", "Metal", new SmoothUnion(0f,
        [
            Fasteners.BoltCircle(Elbow + new Vector3(0.108f, 0, 0), Vector3.UnitX, 0.075f, 8, 0.0055f),
            Fasteners.BoltCircle(Elbow - new Vector3(0.108f, 0, 0), -Vector3.UnitX, 0.075f, 8, 0.0055f),
        ]), 0.0016f, 1100, 0.7f);

        var tube = new RoundCylinder(Roll + RollAxis * 0.044f, Wrist - RollAxis * 0.075f, 0.068f, 0.010f, 0.050f);
        var fork = new SmoothUnion(0.012f,
        [
            new RoundCone(Wrist - RollAxis * 0.100f + new Vector3(0.036f, 0, 0), Wrist + new Vector3(0.050f, 0, 0), 0.030f, 0.012f),
            Across(Wrist, 0.040f, 0.064f, 0.046f, 0.006f),
        ]).MirrorX();
        Add(model, "Forearm", "Paint", new SmoothUnion(0.016f, [tube, fork]).Cut(0.005f, Across(Wrist, -0.0405f, 0.0405f, 0.056f, 0.003f)),
            0.0036f, 1500, 1f, StripedForearm);
        Add(model, "Forearm", "Dark", new SmoothUnion(0.001f,
        [
            Across(Wrist, 0.062f, 0.070f, 0.037f, 0.003f), Across(Wrist, -0.070f, -0.062f, 0.037f, 0.003f),
            Tube.Along([new(0, 0.984f, 0.185f, 0.010f), new(0, 1.000f, 0.23f, 0.010f), new(0, 0.990f, 0.32f, 0.010f), new(0, 0.976f, 0.40f, 0.010f), new(0, 0.962f, 0.435f, 0.010f)], 6),
        ]), 0.003f, 900, 0.8f);

        var down = -Vector3.UnitY;
        Add(model, "Wrist", "Paint", new SmoothUnion(0.010f,
        [
            Across(Wrist, -0.0375f, 0.0375f, 0.046f, 0.006f), new RoundCylinder(Wrist, Flange - down * 0.010f, 0.036f, 0.004f),
        ]), 0.0032f, 800);
    }

    private static SurfaceLook StripedForearm(SurfacePoint s)
    {
        var look = Finishes.Paint(s);
        var along = Vector3.Dot(s.Position - Roll, RollAxis);
        return along is > 0.175f and < 0.200f ? look with { Color = look.Color * 0.05f } : look;
    }

    private static void AddGripper(ModelDescription model)
    {
        var down = -Vector3.UnitY;
        Add(model, "Flange", "Metal", new RoundCylinder(Flange - down * 0.008f, Flange + down * 0.012f, 0.034f, 0.002f)
            .Join(0f, new RoundCylinder(Flange + down * 0.010f, Flange + down * 0.030f, 0.028f, 0.002f),
                Fasteners.BoltCircle(Flange + down * 0.012f, down, 0.0295f, 6, 0.0032f)), 0.0018f, 900);
        var body = new RoundBox(new(0, 0.782f, 0.50f), new(0.072f, 0.032f, 0.036f), 0.008f)
            .Cut(0.002f, new RoundBox(new(0, 0.752f, 0.50f), new(0.066f, 0.009f, 0.012f), 0.001f))
            .Cut(0.001f, new RoundBox(new(0, 0.785f, 0.537f), new(0.045f, 0.016f, 0.003f), 0.001f));
        Add(model, "Flange", "Dark", body, 0.0022f, 900, 1f, GripperBody);
        foreach (var (node, side) in ((string, float)[])[("JawLeft", 1f), ("JawRight", -1f)])
        {
            var carriage = new RoundBox(new(side * 0.040f, 0.742f, 0.50f), new(0.021f, 0.013f, 0.020f), 0.003f)
                .Join(0f, new RoundBox(new(side * 0.040f, 0.755f, 0.50f), new(0.014f, 0.008f, 0.010f), 0.001f));
            var finger = new RoundBox(new(side * 0.0335f, 0.690f, 0.50f), new(0.0075f, 0.060f, 0.014f), 0.003f);
            Add(model, node, "Metal", carriage.Join(0.008f, finger), 0.0018f, 600);
            Add(model, node, "Dark", new RoundBox(new(side * 0.0240f, 0.654f, 0.50f), new(0.0038f, 0.022f, 0.013f), 0.002f)
                .Cut(0.0008f, new SmoothUnion(0f, Enumerable.Range(0, 4).Select(i => new RoundBox(new(side * 0.0198f, 0.639f + 0.010f * i, 0.50f), new(0.0016f, 0.0016f, 0.02f), 0f)))),
                0.0012f, 400);
        }
    }

    private static SurfaceLook GripperBody(SurfacePoint s)
    {
        var look = Finishes.Plastic(new Vector3(0.045f, 0.047f, 0.052f), 0.42f)(s);
        var plate = s.Position.Z > 0.53f && MathF.Abs(s.Position.X) < 0.044f && MathF.Abs(s.Position.Y - 0.785f) < 0.0155f;
        return plate ? new SurfaceLook(new Vector3(0.70f, 0.71f, 0.72f), 0.3f, 1f) : look;
    }

    private static void AddVariation(ModelDescription model)
    {
        // Joints stay where they are: shapes change across their links only, so every morph fits every pose.
        model.Morph("stout_links", m => m.Solid switch
        {
            "UpperArmPaint" => m.Position with { X = m.Position.X * 1.0f, Z = m.Position.Z } + Out(m, 0.014f * Between(m.Position, Shoulder, Elbow)),
            "ForearmPaint" => m.Position + Out(m, 0.012f * Between(m.Position, Roll, Wrist)),
            _ => m.Position,
        });
        model.Morph("slim_links", m => m.Solid switch
        {
            "UpperArmPaint" => m.Position - Out(m, 0.012f * Between(m.Position, Shoulder, Elbow)),
            "ForearmPaint" => m.Position - Out(m, 0.010f * Between(m.Position, Roll, Wrist)),
            _ => m.Position,
        });
        model.Morph("large_motors", m => m.Solid.EndsWith("Dark", StringComparison.Ordinal) && m.Position.X < -0.119f && m.Position.Y < 1f
            ? m.Position - new Vector3(0.05f * Smooth.Step(-0.12f, -0.19f, m.Position.X), 0, 0) : m.Position);
        model.Morph("long_fingers", m => m.Solid.StartsWith("Jaw", StringComparison.Ordinal)
            ? m.Position - new Vector3(0, 0.035f * Smooth.Step(0.735f, 0.68f, m.Position.Y), 0) : m.Position);
        model.Morph("wide_foot", m => m.Solid.StartsWith("Base", StringComparison.Ordinal) && m.Position.Y < 0.05f && m.Solid != "BaseDark"
            ? m.Position * new Vector3(1.18f, 1f, 1.18f) : m.Position);

        void Paint(string name, string hex, float roughness = 1f) => model.Variant(name, new MaterialChange("Paint", Rgb.Hex(hex), roughness));
        Paint("yellow", "F2B705");
        Paint("white", "ECECE6");
        Paint("blue", "1F5FA8");
        Paint("graphite", "3B3F45");
        Paint("green", "3F8F4F");
    }

    private static Vector3 Out(MorphPoint m, float distance) => m.Normal * distance;

    private static float Between(Vector3 p, Vector3 from, Vector3 to)
    {
        var t = Vector3.Dot(p - from, to - from) / Vector3.DistanceSquared(from, to);
        return Smooth.Step(0.15f, 0.40f, t) * Smooth.Step(0.85f, 0.60f, t);
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("base_front", "BasePaint", new(0, 0.02f, 0.175f), 0.04f);
        model.KeypointPair("base", "BasePaint", new(0.175f, 0.02f, 0), 0.04f);
        model.Keypoint("base_connector", "BaseDark", new(0.028f, 0.085f, -0.196f), 0.03f);
        model.Keypoint("left_shoulder", "TurretDark", Shoulder + new Vector3(0.138f, 0, 0), 0.04f);
        model.Keypoint("right_shoulder", "TurretDark", Shoulder - new Vector3(0.222f, 0, 0), 0.04f);
        model.Keypoint("left_elbow", "ElbowDark", Elbow + new Vector3(0.120f, 0, 0), 0.04f);
        model.Keypoint("right_elbow", "ElbowDark", Elbow - new Vector3(0.185f, 0, 0), 0.04f);
        model.Keypoint("elbow_top", "ElbowPaint", Elbow + new Vector3(0, 0.138f, 0.10f), 0.04f);
        model.Keypoint("upper_arm_back", "UpperArmPaint", (Shoulder + Elbow) * 0.5f - new Vector3(0, 0, 0.07f), 0.04f);
        model.KeypointPair("wrist", "ForearmDark", Wrist + new Vector3(0.070f, 0, 0), 0.03f);
        model.Keypoint("wrist_front", "WristPaint", Wrist + new Vector3(0, 0, 0.046f), 0.03f);
        model.Keypoint("flange_front", "FlangeMetal", Flange + new Vector3(0, 0, 0.034f), 0.02f);
        model.KeypointPair("gripper_body", "FlangeDark", new(0.072f, 0.782f, 0.50f), 0.02f);
        model.KeypointPair("fingertip", "JawLeftMetal", new(0.0335f, 0.630f, 0.50f), 0.015f, "JawRightMetal");
        model.Pairs.Add(("left_shoulder", "right_shoulder"));
        model.Pairs.Add(("left_elbow", "right_elbow"));
        model.Chain("base_front", "left_base", "base_connector", "right_base", "base_front");
        model.Chain("left_base", "left_shoulder", "left_elbow", "left_wrist", "flange_front");
        model.Chain("right_base", "right_shoulder", "right_elbow", "right_wrist", "flange_front");
        model.Chain("flange_front", "left_gripper_body", "left_fingertip");
        model.Chain("flange_front", "right_gripper_body", "right_fingertip");
        model.Revolute("Turret", Vector3.UnitY, -170, 170);
        model.Revolute("UpperArm", Vector3.UnitX, -50, 55);
        // Any further down, and the gripper could reach the upper arm.
        model.Revolute("Elbow", Vector3.UnitX, -60, 32);
        model.Revolute("Forearm", RollAxis, -180, 180);
        model.Revolute("Wrist", Vector3.UnitX, -100, 38);
        model.Revolute("Flange", -Vector3.UnitY, -180, 180);
        model.Prismatic("JawLeft", Vector3.UnitX, -0.0175f, 0.018f);
        model.Prismatic("JawRight", -Vector3.UnitX, -0.0175f, 0.018f);
        model.Part("base", "Base");
        model.Part("turret", "Turret");
        model.Part("upper_arm", "UpperArm");
        model.Part("forearm", "Elbow", "Forearm");
        model.Part("wrist", "Wrist", "Flange");
        model.Part("gripper", "JawLeft", "JawRight");
    }
}
