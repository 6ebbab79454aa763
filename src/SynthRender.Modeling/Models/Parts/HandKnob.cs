using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A star knob of six lobes, 44 mm across, in moulded plastic, standing on its neck: a recessed cap on top, a threaded brass insert below.</summary>
public sealed class HandKnob : IModel
{
    private const float Low = 0.010f;
    private const float High = 0.026f;

    /// <inheritdoc/>
    public string Name => "hand_knob";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.012f);
        model.Materials.Add(new ModelMaterial("Plastic", new Vector3(0.022f, 0.022f, 0.024f)));
        Vector2[] star = [.. Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? 0.0190f : 0.0128f) * new Vector2(MathF.Cos(i * MathF.PI / 6f), MathF.Sin(i * MathF.PI / 6f)))];
        var body = Prism(Outline.Smooth(star, 6), Low, High, 0.0030f)
            .Join(0.0030f, new RoundCylinder(new(0, 0.0012f, 0), new(0, 0.014f, 0), 0.0085f, 0.0008f, 0.0105f))
            .Cut(0.0008f, Bore(0, 0, High - 0.0012f, 0.04f, 0.0095f))
            .Join(0.0004f, new RoundCylinder(new(0, 0.02f, 0), new(0, High + 0.0002f, 0), 0.0084f, 0.0012f))
            .Cut(0f, Bore(0, 0, -0.01f, 0.010f, 0.0058f));
        Add(model, "Knob", "Plastic", body, 0.00062f, 4200, Moulded, p => 0.00005f * Noise.Gradient(p * 1900f, 61u), hard: false);
        var insert = new RoundCylinder(new(0, 0, 0), new(0, 0.0110f, 0), 0.0060f, 0.0004f).Cut(0f, new ScrewThread(new(0, -0.001f, 0), 0.0090f, 0.0040f, 0.00125f))
            .Cut(0.0001f, Turned(new(0, -0.01f), new(0.0047f, -0.01f), new(0.0047f, -0.0001f), new(0.0034f, 0.0012f), new(0, 0.0012f)));
        Add(model, "Insert", "Brass", insert, 0.00034f, 2000, Metal(new Vector3(0.83f, 0.62f, 0.30f), 0.26f), Handled);
        model.Morph("tall_neck", m => m.Position.Y > 0.0065f && m.Solid == "Knob" || m.Position.Y > 0.0095f ? m.Position + new Vector3(0, 0.008f, 0) : m.Position);
        model.Morph("long_lobes", m => Lobes(m.Position, 0.0045f));
        model.Morph("round", m => Lobes(m.Position, -0.0040f));
        model.Morph("thick", m => m.Position with { Y = m.Position.Y + 0.006f * Smooth.Step(Low + 0.003f, High - 0.003f, m.Position.Y) });
        model.Variant("red", new MaterialChange("Plastic", new Vector3(0.55f, 0.035f, 0.03f)));
        model.Variant("orange", new MaterialChange("Plastic", new Vector3(0.80f, 0.20f, 0.02f)));
        model.Variant("grey", new MaterialChange("Plastic", new Vector3(0.28f, 0.29f, 0.30f)));
        model.Variant("blue", new MaterialChange("Plastic", new Vector3(0.03f, 0.12f, 0.42f)));
        model.Variant("steel_insert", new MaterialChange("Plastic", new Vector3(0.022f, 0.022f, 0.024f)), new MaterialChange("Brass", new Vector3(0.75f, 0.98f, 1f)));
        TurnsAboutY(model, 6);
        AddLabels(model);
        return model;
    }

    private static Vector3 Lobes(Vector3 p, float by)
    {
        var away = new Vector2(p.X, p.Z).Length();
        return away < 0.011f ? p : p + new Vector3(p.X, 0, p.Z) / away * (by * Smooth.Step(0.0155f, 0.0220f, away));
    }

    // Bright, so that the factors of the material and of its variants tint it.
    private static SurfaceLook Moulded(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 90f, 3, 11u);
        var look = new SurfaceLook(new Vector3(0.80f + 0.06f * cloud), 0.40f + 0.10f * cloud);
        look = SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.95f), 0.62f), 0.6f * Smooth.Step(0.34f, 0.46f, Noise.Fractal(p * new Vector3(420f, 150f, 260f), 3, 13u)));
        look = SurfaceLook.Mix(look, look with { Color = new Vector3(0.92f), Roughness = 0.28f }, 0.5f * Smooth.Step(0.12f, 0.35f, s.Convexity));
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.16f, 0.14f, 0.12f), 0.8f), 0.6f * Smooth.Step(0.75f, 0.35f, s.Occlusion));
    }

    private static void AddLabels(ModelDescription model)
    {
        for (var i = 0; i < 6; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 3f);
            model.Keypoint($"lobe_{i + 1}", "Knob", new(0.0220f * cos, 0.018f, -0.0220f * sin), 0.006f);
        }

        model.Keypoint("cap_centre", "Knob", new(0, High + 0.0002f, 0), 0.005f);
        model.Keypoint("neck_front", "Knob", new(0, 0.0045f, 0.0090f), 0.005f);
        model.Keypoint("neck_back", "Knob", new(0, 0.0045f, -0.0090f), 0.005f);
        model.Keypoint("insert_front", "Insert", new(0, 0, 0.0052f), 0.004f);
        model.Keypoint("insert_back", "Insert", new(0, 0, -0.0052f), 0.004f);
        model.Chain("lobe_1", "lobe_2", "lobe_3", "lobe_4", "lobe_5", "lobe_6");
        model.Chain("lobe_6", "lobe_1");
        model.Pair("lobe_1", "lobe_4");
        model.Pair("lobe_2", "lobe_3");
        model.Pair("lobe_6", "lobe_5");
        model.Chain("cap_centre", "lobe_1");
        model.Chain("neck_front", "insert_front", "insert_back", "neck_back");
    }
}
