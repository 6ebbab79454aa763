using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>A Roman terracotta oil lamp: moulded disc with a rosette, filling hole, volutes beside the nozzle, ring handle, soot.</summary>
public sealed class OilLamp : IModel
{
    private const string Lamp = "Lamp";
    private static readonly Vector3 Wick = new(0, 0.028f, 0.072f);

    /// <inheritdoc/>
    public string Name => "oil_lamp";

    /// <inheritdoc/>
    public string Family => "artefacts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "artefact") { OcclusionReach = 0.012f };
        model.Node(Lamp, null, 0, 0, 0);
        model.Material("Ceramic");
        model.Solids.Add(new Solid
        {
            Name = Lamp, Material = "Ceramic", Node = Lamp, Field = Shape(), Look = Ceramic, Cell = 0.00075f, Triangles = 12000, WearScale = 0.0022f,
            Relief = p => 0.00010f * Noise.Fractal(p * 420f, 3, 2u) - 0.00012f * Smooth.Step(0.3f, 0.5f, Noise.Fractal(p * 260f, 2, 4u)),
        });
        model.Morph("tall", m => m.Position * new Vector3(1f, 1.28f, 1f));
        model.Morph("long_nozzle", m => m.Position + new Vector3(0, 0, 0.016f * Smooth.Step(0.034f, 0.056f, m.Position.Z)));
        model.Morph("wide", m => m.Position * new Vector3(1.16f, 1f, m.Position.Z < 0.04f ? 1.10f : 1.10f));
        model.Morph("small_handle", m => m.Position.Z < -0.036f ? new Vector3(m.Position.X, 0.024f + (m.Position.Y - 0.024f) * 0.75f, -0.036f + (m.Position.Z + 0.036f) * 0.70f) : m.Position);
        model.Variant("red_slip", new MaterialChange("Ceramic", new Vector3(1f, 0.62f, 0.48f), 0.7f));
        model.Variant("grey_ware", new MaterialChange("Ceramic", new Vector3(0.55f, 0.68f, 0.86f)));
        model.Variant("bleached", new MaterialChange("Ceramic", new Vector3(1f, 0.98f, 0.90f)));
        model.Variant("sooty", new MaterialChange("Ceramic", new Vector3(0.42f, 0.38f, 0.36f)));
        AddLabels(model);
        return model;
    }

    private static Field Shape()
    {
        var body = new Revolved(Outline.Smooth(
        [
            new(-0.01f, 0.000f), new(0.010f, 0.000f), new(0.0195f, 0.0005f), new(0.0215f, 0.0030f), new(0.0300f, 0.0080f), new(0.0385f, 0.0150f), new(0.0405f, 0.0200f), new(0.0370f, 0.0255f),
            new(0.0325f, 0.0285f), new(0.0300f, 0.0288f), new(0.0285f, 0.0268f), new(0.0270f, 0.0272f), new(0.0255f, 0.0250f), new(0.0150f, 0.0232f), new(0.0060f, 0.0228f), new(-0.01f, 0.0228f),
        ], 6), Vector3.Zero);
        var nozzle = new RoundCone(new(0, 0.0160f, 0.030f), new(0, 0.0165f, 0.071f), 0.0140f, 0.0125f).Stretch(new(0, 0.0165f, 0), new Vector3(1.05f, 0.82f, 1f))
            .Meet(0.002f, new HalfSpace(new(0, 0.0245f, 0), Vector3.UnitY));
        var rim = new Ring(new(0, 0.0240f, 0.070f), Vector3.UnitY, 0.0085f, 0.0026f);
        var volute = new SmoothUnion(0.002f,
        [
            Tube.Along([new(0.0115f, 0.0228f, 0.062f, 0.0020f), new(0.0122f, 0.0226f, 0.050f, 0.0026f), new(0.0165f, 0.0228f, 0.041f, 0.0030f), new(0.0215f, 0.0238f, 0.036f, 0.0030f)], 5),
            new Ball(new(0.0228f, 0.0248f, 0.0335f), 0.0044f), new Ball(new(0.0115f, 0.0230f, 0.0635f), 0.0034f),
        ]).MirrorX();
        var handle = new Ring(new(0, 0.0265f, -0.0475f), Vector3.UnitX, 0.0115f, 0.0044f).Stretch(new(0, 0, 0), new Vector3(1.2f, 1f, 1f));
        return body.Join(0.006f, nozzle).Join(0.002f, rim).Join(0.002f, volute).Join(0.005f, handle)
            .Join(0.0015f, Rosette())
            .Cut(0.001f, new RoundCylinder(new(0.0f, 0.010f, 0.0f), new(0.0f, 0.05f, 0.0f), 0.0042f, 0f))
            .Cut(0.001f, new RoundCylinder(new(0, 0.012f, 0.070f), new(0, 0.05f, 0.070f), 0.0062f, 0f))
            .Meet(0.0008f, new HalfSpace(Vector3.Zero, -Vector3.UnitY))
            .Raise(p => 0.0004f * Noise.Fractal(p * 60f, 3, 8u) - 0.0010f * Smooth.Step(0.38f, 0.5f, Noise.Fractal(p * 75f, 2, 14u)), 0.0016f, 0.35f);
    }

    private static SmoothUnion Rosette() => new(0.0008f, Enumerable.Range(0, 10).Select(i =>
    {
        var (sin, cos) = MathF.SinCos(i * MathF.Tau / 10f);
        return (Field)new RoundCone(new(sin * 0.0085f, 0.0228f, cos * 0.0085f), new(sin * 0.0185f, 0.0238f, cos * 0.0185f), 0.0013f, 0.0028f);
    }));

    private static SurfaceLook Ceramic(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 60f, 4, 6u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("A8623C"), Rgb.Hex("D39868"), 0.5f + cloud), 0.78f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("8A3D22"), 0.55f), 0.75f * Smooth.Step(-0.05f, 0.2f, Noise.Fractal(p * 38f, 3, 9u)) * Smooth.Step(0.006f, 0.014f, p.Y));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("DDB489"), 0.85f), 0.7f * Smooth.Step(0.12f, 0.35f, s.Convexity + 0.1f * cloud));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("4A3526"), 0.9f), 0.6f * Smooth.Step(0.75f, 0.3f, s.Occlusion));
        var soot = Smooth.Step(0.026f, 0.008f, (p - Wick with { Y = 0.024f }).Length() + 0.006f * Noise.Fractal(p * 130f, 3, 19u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("120D0A"), 0.92f), 0.92f * soot);
        var (nearest, second) = Noise.Cells(p * 130f + new Vector3(0.4f * Noise.Gradient(p * 180f, 41u)), 19u);
        var crack = Smooth.Step(0.03f, 0f, second - nearest) * Smooth.Step(0.15f, 0.3f, Noise.Gradient(p * 40f, 23u));
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("2E2018"), 0.9f), 0.8f * crack);
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("nozzle_tip", Lamp, new(0, 0.018f, 0.084f), 0.008f);
        model.Keypoint("wick_hole", Lamp, new(0, 0.0262f, 0.0785f), 0.006f);
        model.Keypoint("disc_front", Lamp, new(0, 0.0288f, 0.0305f), 0.006f);
        model.Keypoint("disc_back", Lamp, new(0, 0.0288f, -0.0305f), 0.006f);
        model.KeypointPair("disc", Lamp, new(0.0305f, 0.0288f, 0), 0.006f);
        model.KeypointPair("shoulder", Lamp, new(0.0405f, 0.020f, 0), 0.008f);
        model.KeypointPair("volute", Lamp, new(0.0228f, 0.0290f, 0.0335f), 0.006f);
        model.Keypoint("handle_top", Lamp, new(0, 0.042f, -0.0475f), 0.006f);
        model.Keypoint("handle_back", Lamp, new(0, 0.0265f, -0.0634f), 0.006f);
        model.Keypoint("foot_front", Lamp, new(0, 0.001f, 0.020f), 0.008f);
        model.Chain("nozzle_tip", "wick_hole", "disc_front");
        model.Chain("disc_back", "handle_top", "handle_back");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("disc_front", side + "disc", "disc_back");
            model.Chain(side + "volute", side + "shoulder");
        }

        model.Part("lamp", Lamp);
    }
}
