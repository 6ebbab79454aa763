using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>A camera drone, 0.35 m across the motors: shell body, four arms with two-bladed rotors, skids, a gimbal camera in front.</summary>
public sealed class Quadcopter : IModel
{
    private const float Deck = 0.128f;
    private static readonly (string Name, float X, float Z)[] Corners = [("FrontLeft", 1, 1), ("FrontRight", -1, 1), ("RearLeft", 1, -1), ("RearRight", -1, -1)];

    /// <inheritdoc/>
    public string Name => "quadcopter";

    /// <inheritdoc/>
    public string Family => "robots";

    private static Vector3 Motor(float x, float z) => new(x * 0.125f, Deck, z * 0.118f);

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "robot") { OcclusionReach = 0.03f };
        model.Node("Airframe", null, 0, 0.10f, 0);
        model.Node("Gimbal", "Airframe", 0, 0.083f, 0.083f);
        model.Node("Camera", "Gimbal", 0, 0.062f, 0.092f);
        model.Materials.Add(new ModelMaterial("Paint", Rgb.Hex("F2F2EE")));
        foreach (var material in (string[])["Dark", "Metal", "Glass", "Lamp"])
            model.Material(material);
        AddAirframe(model);
        AddCamera(model);
        foreach (var (name, x, z) in Corners)
            AddRotor(model, name, Motor(x, z), x * z > 0);
        // Rotors turn: their motors stay where they are.
        model.Morph("stout_arms", m => m.Solid == "AirframePaint" ? m.Position + m.Normal * 0.0055f * Smooth.Bump(0.082f, 0.026f, MathF.Abs(m.Position.X)) : m.Position);
        model.Morph("tall_skids", m => m.Solid == "AirframeDark" ? m.Position - new Vector3(0, 0.022f * Smooth.Step(0.075f, 0.02f, m.Position.Y), 0) : m.Position);
        model.Morph("bulky_shell", m => m.Solid switch
        {
            "AirframePaint" => m.Position + m.Normal * 0.008f * Smooth.Step(0.075f, 0.045f, MathF.Abs(m.Position.X)),
            "AirframeDark" => m.Position + 0.008f * Outside(m.Position),
            _ => m.Position,
        });
        model.Morph("broad_blades", m => m.Solid.StartsWith("Rotor", StringComparison.Ordinal) && m.Solid.EndsWith("Dark", StringComparison.Ordinal) ? BroadBlade(m.Position) : m.Position);
        Machine.Paints(model, ("graphite", "33373D"), ("orange", "F26A1B"), ("yellow", "F2B705"), ("blue", "2A66B0"));
        AddLabels(model);
        return model;
    }

    // Along which hatch, battery and sensors sit on the shell; the skids hold on where they are.
    private static Vector3 Outside(Vector3 p) =>
        p.Y > 0.127f ? Vector3.UnitY : p.Y < 0.09f ? Vector3.Zero : p.Z < -0.085f ? -Vector3.UnitZ : p.Z > 0.08f ? Vector3.UnitZ : Vector3.Zero;

    private static Vector3 BroadBlade(Vector3 p)
    {
        var hub = Motor(MathF.Sign(p.X), MathF.Sign(p.Z));
        return p with { Z = hub.Z + (p.Z - hub.Z) * (1f + 0.5f * Smooth.Step(0.012f, 0.03f, MathF.Abs(p.X - hub.X))) };
    }

    private static void AddAirframe(ModelDescription model)
    {
        var shell = new Ellipsoid(new(0, 0.108f, -0.004f), new(0.052f, 0.034f, 0.098f)).Meet(0.006f, new RoundBox(new(0, 0.105f, -0.004f), new(0.060f, 0.029f, 0.10f), 0.012f));
        var arms = new SmoothUnion(0.01f, [.. new[] { 1f, -1f }.Select(z => (Field)new SmoothUnion(0.006f,
        [
            new RoundCone(new(0.020f, 0.108f, z * 0.045f), Motor(1, z) - new Vector3(0.004f, 0.020f, 0), 0.0165f, 0.0100f),
            new RoundCylinder(Motor(1, z) - new Vector3(0, 0.030f, 0), Motor(1, z) - new Vector3(0, 0.012f, 0), 0.0155f, 0.003f),
        ])).Select(f => f.MirrorX())]);
        Machine.Add(model, "Airframe", "Paint", shell.Join(0.012f, arms)
            .Cut(0.0008f, new RoundBox(new(0, 0.116f, -0.004f), new(0.08f, 0.0007f, 0.062f), 0.0003f)), 0.0022f, 4200);
        var skid = new SmoothUnion(0.005f,
        [
            Tube.Along([new(0.032f, 0.092f, 0.040f, 0.0060f), new(0.052f, 0.050f, 0.042f, 0.0050f), new(0.066f, 0.006f, 0.044f, 0.0052f)], 4),
            Tube.Along([new(0.032f, 0.092f, -0.046f, 0.0060f), new(0.052f, 0.050f, -0.048f, 0.0050f), new(0.066f, 0.006f, -0.050f, 0.0052f)], 4),
            Tube.Along([new(0.066f, 0.009f, 0.085f, 0.0050f), new(0.066f, 0.006f, 0.050f, 0.0056f), new(0.066f, 0.006f, -0.056f, 0.0056f), new(0.066f, 0.009f, -0.088f, 0.0050f)], 4),
        ]).MirrorX();
        Machine.Add(model, "Airframe", "Dark", skid.Join(0f,
            new RoundBox(new(0, 0.134f, -0.030f), new(0.026f, 0.004f, 0.040f), 0.003f), new RoundBox(new(0, 0.104f, -0.098f), new(0.024f, 0.012f, 0.008f), 0.004f),
            new RoundBox(new(0.020f, 0.112f, 0.090f), new(0.010f, 0.0075f, 0.006f), 0.003f).MirrorX()), 0.0021f, 2600, 0.7f);
        Machine.Add(model, "Airframe", "Metal", new SmoothUnion(0f, Corners.Select(c => (Field)new RoundCylinder(Motor(c.X, c.Z) - new Vector3(0, 0.014f, 0), Motor(c.X, c.Z), 0.0128f, 0.002f))), 0.0013f, 1000, 0.7f);
        Machine.Add(model, "Airframe", "Lamp", new SmoothUnion(0f, Corners.Select(c => (Field)new Ellipsoid(Motor(c.X, c.Z) - new Vector3(-0.011f * c.X, 0.024f, -0.010f * c.Z), new(0.006f, 0.0045f, 0.006f)))), 0.0011f, 500, 0.6f,
            s => new SurfaceLook(s.Position.Z > 0 ? Rgb.Hex("C01818") : Rgb.Hex("18A040"), 0.15f));
    }

    private static void AddCamera(ModelDescription model)
    {
        Machine.Add(model, "Gimbal", "Dark", new SmoothUnion(0.003f,
        [
            new RoundCylinder(new(0, 0.098f, 0.083f), new(0, 0.074f, 0.083f), 0.012f, 0.002f), Tube.Along([new(0, 0.078f, 0.083f, 0.005f), new(0.018f, 0.078f, 0.084f, 0.005f), new(0.0235f, 0.070f, 0.088f, 0.005f), new(0.0235f, 0.062f, 0.092f, 0.0065f)], 4),
        ]), 0.0013f, 700, 0.8f);
        Machine.Add(model, "Camera", "Dark", new RoundBox(new(0, 0.062f, 0.092f), new(0.0165f, 0.0145f, 0.0155f), 0.005f)
            .Join(0.001f, new RoundCylinder(new(0, 0.062f, 0.100f), new(0, 0.062f, 0.113f), 0.0110f, 0.001f))
            .Cut(0.0004f, new RoundCylinder(new(0, 0.062f, 0.1105f), new(0, 0.062f, 0.12f), 0.0088f, 0f)), 0.0010f, 900, 1f, Finishes.Plastic(new Vector3(0.09f, 0.092f, 0.098f), 0.4f));
        Machine.Add(model, "Camera", "Glass", new Ellipsoid(new(0, 0.062f, 0.109f), new(0.0086f, 0.0086f, 0.0032f)), 0.0008f, 300, 1f,
            s => new SurfaceLook(Rgb.Mix(new Vector3(0.006f, 0.008f, 0.02f), new Vector3(0.03f, 0.015f, 0.05f), 0.5f + 200f * s.Position.X), 0.04f));
    }

    private static void AddRotor(ModelDescription model, string corner, Vector3 at, bool left)
    {
        var node = "Rotor" + corner;
        model.Node(node, "Airframe", at);
        var tilt = left ? 0.22f : -0.22f;
        Field Blade(float side) => new SmoothUnion(0.004f,
        [
            new Ellipsoid(at + new Vector3(side * 0.042f, 0.0065f, 0), new(0.032f, 0.0019f, 0.0105f)), new Ellipsoid(at + new Vector3(side * 0.058f, 0.0065f, 0), new(0.027f, 0.0018f, 0.0080f)),
        ]).Turn(at + new Vector3(0, 0.0065f, 0), Vector3.UnitX, side * tilt);
        Machine.Add(model, node, "Dark", new SmoothUnion(0.003f, [Blade(1f), Blade(-1f), new RoundCylinder(at + new Vector3(0, 0.0015f, 0), at + new Vector3(0, 0.0105f, 0), 0.0085f, 0.002f)]),
            0.0011f, 1200, 0.8f, s => MathF.Abs(s.Position.X - at.X) > 0.075f ? new SurfaceLook(new Vector3(0.75f, 0.10f, 0.04f), 0.4f) : Finishes.Plastic(new Vector3(0.030f), 0.4f)(s));
        model.Revolute(node, Vector3.UnitY, -180, 180);
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("nose", "AirframePaint", new(0, 0.106f, 0.094f), 0.02f);
        model.Keypoint("tail", "AirframeDark", new(0, 0.104f, -0.106f), 0.02f);
        model.Keypoint("top", "AirframeDark", new(0, 0.138f, -0.030f), 0.02f);
        model.Keypoint("lens", "CameraGlass", new(0, 0.062f, 0.112f), 0.01f);
        model.KeypointPair("front_motor", "RotorFrontLeftDark", Motor(1, 1) + new Vector3(0, 0.0105f, 0), 0.012f, "RotorFrontRightDark");
        model.KeypointPair("rear_motor", "RotorRearLeftDark", Motor(1, -1) + new Vector3(0, 0.0105f, 0), 0.012f, "RotorRearRightDark");
        model.KeypointPair("front_arm", "AirframePaint", Motor(1, 1) + new Vector3(0, -0.031f, 0), 0.012f);
        model.KeypointPair("rear_arm", "AirframePaint", Motor(1, -1) + new Vector3(0, -0.031f, 0), 0.012f);
        model.KeypointPair("skid_front", "AirframeDark", new(0.066f, 0.008f, 0.089f), 0.012f);
        model.KeypointPair("skid_rear", "AirframeDark", new(0.066f, 0.008f, -0.092f), 0.012f);
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("top", side + "front_motor");
            model.Chain("top", side + "rear_motor");
            model.Chain(side + "skid_front", side + "skid_rear");
        }

        model.Chain("lens", "nose", "top", "tail");
        model.Revolute("Gimbal", Vector3.UnitY, -30, 30);
        model.Revolute("Camera", Vector3.UnitX, -20, 80);
        model.Part("airframe", "Airframe");
        model.Part("rotors", [.. Corners.Select(c => "Rotor" + c.Name)]);
        model.Part("camera", "Gimbal", "Camera");
    }
}
