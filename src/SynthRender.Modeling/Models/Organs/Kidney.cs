using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>A right kidney: the bean with its hilum, renal artery and vein, ureter, and fat in the hilum.</summary>
public sealed class Kidney : IModel
{
    /// <inheritdoc/>
    public string Name => "kidney";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "organ") { OcclusionReach = 0.012f };
        model.Node("Kidney", null, 0, 0, 0);
        model.Material("Tissue");
        var bean = Bean(1f);
        var artery = Artery();
        var vein = Vein();
        var ureter = Ureter();
        model.Solids.Add(new Solid
        {
            Name = "Tissue",
            Material = "Tissue",
            Node = "Kidney",
            Field = bean.Join(0.003f, ureter).Join(0.0025f, artery).Join(0.0025f, vein),
            Look = s => Tissue(s, bean, artery, vein, ureter),
            Relief = p => 0.00016f * Noise.Fractal(p * 380f, 3, 3u) + 0.0001f * Noise.Gradient(p * 900f, 29u),
            Cell = 0.0011f,
            Triangles = 10000,
        });
        model.Morph("fatter", m => m.Position with { Z = m.Position.Z * 1.22f, X = m.Position.X < 0.014f ? 0.014f + (m.Position.X - 0.014f) * 1.12f : m.Position.X });
        model.Morph("longer", m => m.Position with { Y = 0.062f + (m.Position.Y - 0.062f) * 1.18f });
        model.Morph("deep_hilum", m => m.Position - new Vector3(0.006f, 0, 0) * Smooth.Bump(0.060f, 0.028f, m.Position.Y) * Smooth.Step(0.034f, 0.010f, m.Position.X));
        model.Morph("lobulated", m => m.Position + m.Normal * 0.0028f * Noise.Gradient(m.Position * 62f, 77u) * Smooth.Step(0.030f, 0.016f, m.Position.X));
        model.Variant("pale", new MaterialChange("Tissue", new Vector3(1f, 0.9f, 0.82f)));
        model.Variant("congested", new MaterialChange("Tissue", new Vector3(0.62f, 0.45f, 0.52f), 0.85f));
        model.Variant("wet", new MaterialChange("Tissue", new Vector3(0.95f, 0.92f, 0.92f), 0.45f));
        model.Variant("specimen", new MaterialChange("Tissue", new Vector3(0.85f, 0.86f, 0.76f)));
        AddLabels(model);
        return model;
    }

    private static Field Bean(float depth) => Tube.Along(
        [
            new(0.009f, 0.026f, 0, 0.0245f), new(-0.005f, 0.044f, 0, 0.0280f), new(-0.009f, 0.062f, 0, 0.0285f), new(-0.005f, 0.080f, 0, 0.0275f), new(0.008f, 0.096f, 0, 0.0235f),
        ], 6).Stretch(Vector3.Zero, new Vector3(1f, 1f, 0.80f * depth))
        .Cut(0.010f, new Ellipsoid(new(0.030f, 0.061f, 0.001f), new(0.0175f, 0.019f, 0.0125f)))
        .Raise(p => 0.0007f * Noise.Fractal(p * 45f, 3, 11u), 0.001f, 0.2f);

    private static Field Artery() => new SmoothUnion(0.002f,
    [
        Tube.Along([new(0.010f, 0.066f, -0.002f, 0.0036f), new(0.030f, 0.067f, -0.003f, 0.0042f), new(0.062f, 0.070f, -0.004f, 0.0045f)]),
        Tube.Along([new(0.010f, 0.076f, 0.002f, 0.0028f), new(0.024f, 0.074f, -0.001f, 0.0030f), new(0.036f, 0.068f, -0.003f, 0.0036f)]),
    ]).Cut(0.0006f, new RoundCylinder(new(0.0635f, 0.0701f, -0.004f), new(0.070f, 0.0707f, -0.0042f), 0.0026f, 0f));

    private static Field Vein() => new SmoothUnion(0.003f,
    [
        Tube.Along([new(0.008f, 0.058f, 0.006f, 0.0046f), new(0.030f, 0.058f, 0.008f, 0.0062f), new(0.062f, 0.061f, 0.010f, 0.0066f)]),
        Tube.Along([new(0.010f, 0.048f, 0.005f, 0.0036f), new(0.022f, 0.051f, 0.007f, 0.0040f), new(0.034f, 0.057f, 0.008f, 0.0050f)]),
    ]).Cut(0.0006f, new RoundCylinder(new(0.0640f, 0.0611f, 0.0101f), new(0.072f, 0.0617f, 0.0105f), 0.0046f, 0f));

    private static Tube Ureter() => Tube.Along(
    [
        new(0.010f, 0.055f, -0.006f, 0.0085f), new(0.024f, 0.049f, -0.008f, 0.0072f), new(0.033f, 0.036f, -0.008f, 0.0040f), new(0.034f, 0.016f, -0.006f, 0.0031f),
        new(0.031f, -0.008f, -0.003f, 0.0029f), new(0.033f, -0.032f, -0.001f, 0.0028f),
    ], 7);

    private static SurfaceLook Tissue(SurfacePoint s, Field bean, Field artery, Field vein, Field ureter)
    {
        var q = s.Position;
        var blotch = Noise.Fractal(q * 40f, 3, 5u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("6E271E"), Rgb.Hex("9C4433"), 0.5f + blotch + 0.3f * Noise.Gradient(q * 16f, 15u)), 0.20f + 0.05f * blotch);
        var net = MathF.Max(Vessels.Net(q, 90f), 0.6f * Vessels.Net(q + new Vector3(0.37f), 170f));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("3E0A10"), 0.18f), 0.75f * net);
        var inHilum = Smooth.Step(0.016f, 0.009f, (q - new Vector3(0.020f, 0.061f, 0f)).Length() + 0.006f * Noise.Fractal(q * 120f, 3, 9u));
        look = SurfaceLook.Mix(look, Vessels.Fat(q), 0.9f * inHilum);
        var off = Smooth.Step(0.0002f, 0.0016f, bean.Distance(q));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("D8B08A"), Rgb.Hex("EED3B4"), 0.5f + blotch), 0.3f), off * Smooth.Step(0.0010f, -0.0002f, ureter.Distance(q)));
        look = SurfaceLook.Mix(look, Vessels.Vein(blotch), off * Smooth.Step(0.0010f, -0.0002f, vein.Distance(q)));
        look = SurfaceLook.Mix(look, Vessels.Artery(blotch), off * Smooth.Step(0.0010f, -0.0002f, artery.Distance(q)));
        return look with { Color = look.Color * (0.6f + 0.4f * s.Occlusion) };
    }

    private static void AddLabels(ModelDescription model)
    {
        void Key(string name, float x, float y, float z) => model.Keypoint(name, "Tissue", new Vector3(x, y, z), 0.012f);
        Key("upper_pole", 0.012f, 0.119f, 0);
        Key("lower_pole", 0.012f, 0.002f, 0);
        Key("lateral_margin", -0.0375f, 0.062f, 0);
        Key("front_middle", -0.008f, 0.062f, 0.0228f);
        Key("back_middle", -0.008f, 0.062f, -0.0228f);
        Key("hilum_upper_lip", 0.022f, 0.083f, 0.003f);
        Key("hilum_lower_lip", 0.024f, 0.040f, 0.008f);
        Key("artery_end", 0.066f, 0.071f, -0.004f);
        Key("vein_end", 0.068f, 0.062f, 0.011f);
        Key("ureter_end", 0.033f, -0.035f, -0.001f);
        model.Chain("upper_pole", "lateral_margin", "lower_pole", "hilum_lower_lip", "hilum_upper_lip", "upper_pole");
        model.Chain("hilum_upper_lip", "artery_end");
        model.Chain("hilum_upper_lip", "vein_end");
        model.Chain("hilum_lower_lip", "ureter_end");
        model.Part("kidney", "Kidney");
    }
}
