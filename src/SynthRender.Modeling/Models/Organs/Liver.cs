using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>A liver from the front: the large right lobe, the tapering left lobe, falciform ligament, gallbladder below.</summary>
public sealed class Liver : IModel
{
    private static readonly Vector3 CavaBottom = new(-0.0139f, 0.040f, -0.0524f);
    private static readonly Vector3 CavaTop = new(-0.0101f, 0.164f, -0.0371f);
    private static readonly Vector3 PortalEnd = new(0.0157f, 0.028f, -0.0256f);
    private static readonly Vector3 DuctEnd = new(0.003f, 0.024f, -0.0117f);

    /// <inheritdoc/>
    public string Name => "liver";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "organ") { OcclusionReach = 0.025f };
        model.Node("Liver", null, 0, 0, 0);
        model.Material("Tissue");
        var lobes = Lobes();
        var gall = Gallbladder();
        var ducts = Ducts();
        var ligament = Ligament(lobes);
        var vein = Veins();
        model.Solids.Add(new Solid
        {
            Name = "Tissue",
            Material = "Tissue",
            Node = "Liver",
            Field = lobes.Join(0.004f, vein).Join(0.002f, ligament).Join(0.003f, gall).Join(0.002f, ducts),
            Look = s => Tissue(s, lobes, gall, ducts, ligament, vein),
            Relief = p => 0.00022f * Noise.Fractal(p * 260f, 3, 3u) + 0.00008f * Noise.Gradient(p * 700f, 29u),
            Cell = 0.0018f,
            Triangles = 12000,
        });
        model.Morph("enlarged", m => new Vector3(m.Position.X * 1.04f, m.Position.Y > 0.06f ? m.Position.Y : 0.06f + (m.Position.Y - 0.06f) * 1.25f, m.Position.Z * 1.12f));
        model.Morph("small_left_lobe", m => m.Position.X > 0.02f ? m.Position with { X = 0.02f + (m.Position.X - 0.02f) * (1f - 0.35f * Smooth.Step(0.02f, 0.08f, m.Position.X)) } : m.Position);
        model.Morph("full_gallbladder", m => m.Position + m.Normal * 0.006f * Smooth.Step(0.006f, 0f, gall.Distance(m.Position)));
        model.Morph("nodular", m => m.Position + m.Normal * 0.0032f * Noise.Gradient(m.Position * 85f, 91u) * Smooth.Step(0.002f, 0.008f, MathF.Min(gall.Distance(m.Position), ducts.Distance(m.Position))));
        model.Variant("fatty", new MaterialChange("Tissue", new Vector3(1f, 1f, 0.72f)));
        model.Variant("congested", new MaterialChange("Tissue", new Vector3(0.60f, 0.45f, 0.50f), 0.85f));
        model.Variant("wet", new MaterialChange("Tissue", new Vector3(0.95f, 0.92f, 0.92f), 0.45f));
        model.Variant("specimen", new MaterialChange("Tissue", new Vector3(0.92f, 0.95f, 0.85f)));
        AddLabels(model);
        return model;
    }

    private static Field Lobes()
    {
        var right = new Ellipsoid(new(-0.042f, 0.078f, -0.006f), new(0.080f, 0.074f, 0.064f));
        var low = new Ellipsoid(new(-0.078f, 0.050f, 0.004f), new(0.044f, 0.060f, 0.048f));
        var left = new Ellipsoid(new(0.040f, 0.106f, 0.012f), new(0.088f, 0.043f, 0.040f));
        // The underside rises to the left and to the back; it meets the front in the sharp lower margin.
        var under = Vector3.Normalize(new Vector3(0.46f, -0.80f, -0.40f));
        return new SmoothUnion(0.030f, [right, low, left])
            .Meet(0.007f, new HalfSpace(new(-0.070f, 0.006f, 0.042f), under))
            // Hollows where stomach, kidney and colon press.
            .Cut(0.014f, new Ellipsoid(new(0.088f, 0.052f, -0.020f), new(0.082f, 0.052f, 0.056f)))
            .Cut(0.016f, new Ball(new(-0.056f, 0.012f, -0.058f), 0.046f))
            .Cut(0.010f, new RoundCone(new(-0.010f, 0.046f, -0.036f), new(-0.002f, 0.066f, 0.000f), 0.016f, 0.011f))
            // The bare area at the back with its bed for the vena cava, and the notch between the lobes.
            .Meet(0.020f, new HalfSpace(new(0, 0, -0.056f), -Vector3.UnitZ))
            .Cut(0.007f, new RoundCone(new(0.010f, 0.040f, 0.070f), new(0.016f, 0.066f, 0.022f), 0.011f, 0.006f))
            .Raise(p => 0.0011f * Noise.Fractal(p * 24f, 3, 11u), 0.002f, 0.2f);
    }

    private static Field Gallbladder() => Tube.Along(
    [
        new(-0.012f, 0.062f, 0.004f, 0.0060f), new(-0.019f, 0.050f, 0.020f, 0.0105f), new(-0.026f, 0.035f, 0.036f, 0.0150f), new(-0.030f, 0.022f, 0.047f, 0.0155f),
    ], 7);

    private static Field Ducts() => Vessels.Opened(new SmoothUnion(0.002f,
    [
        Tube.Along([new(-0.012f, 0.062f, 0.004f, 0.0042f), new(-0.004f, 0.058f, -0.004f, 0.0032f), new(0.002f, 0.046f, -0.008f, 0.0036f), new(0.003f, 0.022f, -0.012f, 0.0038f)], 6),
        Tube.Along([new(0.000f, 0.078f, -0.006f, 0.0036f), new(0.000f, 0.060f, -0.006f, 0.0034f), new(0.002f, 0.046f, -0.008f, 0.0036f)], 4),
    ]), DuctEnd, new Vector3(0.001f, -0.024f, -0.004f), 0.0038f);

    private static Field Veins() => new SmoothUnion(0.003f,
    [
        Vessels.Opened(Tube.Along([new(0.006f, 0.084f, -0.016f, 0.0078f), new(0.012f, 0.056f, -0.020f, 0.0074f), new(0.016f, 0.026f, -0.026f, 0.0072f)], 5),
            PortalEnd, new Vector3(0.004f, -0.030f, -0.006f), 0.0072f),
        Vessels.Opened(Vessels.Opened(Tube.Along([new(-0.014f, 0.036f, -0.052f, 0.0118f), new(-0.013f, 0.075f, -0.056f, 0.0122f), new(-0.012f, 0.115f, -0.050f, 0.0126f), new(-0.010f, 0.168f, -0.036f, 0.0122f)], 6),
            CavaTop, new Vector3(0.002f, 0.053f, 0.014f), 0.0123f), CavaBottom, new Vector3(-0.001f, -0.039f, 0.004f), 0.0118f),
    ]);

    // A thin sheet that was cut near the surface: only its crest is left.
    private static Field Ligament(Field lobes)
    {
        var points = new List<Vector4>();
        for (var i = 0; i <= 12; i++)
        {
            var t = i / 12f;
            var start = new Vector3(0.012f + 0.003f * MathF.Sin(t * 5f), 0.152f - 0.080f * t, 0.005f + 0.050f * MathF.Sin(t * 2.2f));
            points.Add(new Vector4(lobes.Project(start, 0.05f, 0.0005f), 0.0015f));
        }

        return Tube.Along([.. points], 2);
    }

    private static SurfaceLook Tissue(SurfacePoint s, Field lobes, Field gall, Field ducts, Field ligament, Field veins)
    {
        var q = s.Position;
        var blotch = Noise.Fractal(q * 26f, 4, 5u);
        var lobule = Noise.Cells(q * 420f, 7u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("541A14"), Rgb.Hex("8C3A2A"), 0.5f + blotch + 0.3f * Noise.Gradient(q * 9f, 15u)), 0.20f + 0.07f * blotch);
        look = SurfaceLook.Mix(look, look with { Color = look.Color * 0.72f }, 0.7f * Smooth.Step(0.25f, 0.0f, lobule.Second - lobule.Nearest));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("3C0E10"), 0.18f), 0.45f * Vessels.Net(q, 70f));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A85E4C"), 0.26f), 0.45f * Smooth.Step(0.06f, 0.24f, s.Convexity));
        var off = Smooth.Step(0.0000f, 0.0014f, lobes.Distance(q));
        look = SurfaceLook.Mix(look, Vessels.Vein(blotch), off * Smooth.Step(0.0014f, -0.0002f, veins.Distance(q)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("E6CDB8"), 0.34f), 0.9f * Smooth.Step(0.0012f, -0.0004f, ligament.Distance(q)));
        var green = Rgb.Mix(Rgb.Hex("2F4A22"), Rgb.Hex("6B8038"), 0.5f + 0.9f * blotch + 0.3f * Noise.Gradient(q * 60f, 31u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(green, Rgb.Hex("2C1A14"), 0.5f * Vessels.Net(q, 190f)), 0.2f), Smooth.Step(0.0016f, -0.0002f, gall.Distance(q)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("7E8C46"), 0.28f), off * Smooth.Step(0.0010f, -0.0002f, ducts.Distance(q)));
        return look with { Color = look.Color * (0.6f + 0.4f * s.Occlusion) };
    }

    private static void AddLabels(ModelDescription model)
    {
        void Key(string name, float x, float y, float z) => model.Keypoint(name, "Tissue", new Vector3(x, y, z), 0.02f);
        Key("dome", -0.045f, 0.157f, -0.004f);
        Key("right_margin", -0.124f, 0.075f, 0);
        Key("lower_right_tip", -0.084f, 0.000f, 0.020f);
        Key("left_lobe_tip", 0.114f, 0.125f, 0.021f);
        Key("right_lobe_front", -0.055f, 0.085f, 0.056f);
        Key("left_lobe_front", 0.050f, 0.108f, 0.051f);
        Key("falciform_top", 0.012f, 0.147f, 0.006f);
        Key("gallbladder_fundus", -0.032f, 0.012f, 0.058f);
        Key("vena_cava_top", -0.010f, 0.164f, -0.026f);
        Key("bile_duct_end", 0.003f, 0.024f, -0.0085f);
        Key("portal_vein_end", 0.016f, 0.028f, -0.019f);
        model.Chain("lower_right_tip", "right_margin", "dome", "falciform_top", "left_lobe_tip");
        model.Chain("right_lobe_front", "gallbladder_fundus", "bile_duct_end");
        model.Chain("right_lobe_front", "left_lobe_front", "left_lobe_tip");
        model.Chain("dome", "vena_cava_top");
        model.Part("liver", "Liver");
    }
}
