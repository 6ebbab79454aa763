using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A spur gear of module 2 with 20 involute teeth, lying flat: 44 mm across, a hub with a keyed bore, turned recesses in the web.</summary>
public sealed class SpurGear : IModel
{
    private const int Teeth = 20;
    private const float Module = 0.002f;
    private const float Width = 0.014f;
    private const float HubTop = 0.022f;
    private const float Tip = Module * (Teeth + 2) / 2;

    /// <inheritdoc/>
    public string Name => "spur_gear";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.008f);
        var rim = Prism(Toothed(), 0, Width, 0.0001f)
            .Meet(0.0001f, Turned(new(0, 0), new(Tip - 0.0007f, 0), new(Tip + 0.0002f, 0.0009f), new(Tip + 0.0002f, Width - 0.0009f), new(Tip - 0.0007f, Width), new(0, Width)));
        var hub = new RoundCylinder(new(0, 0.001f, 0), new(0, HubTop, 0), 0.0120f, 0.0006f);
        Field recess(float low, float high) => Bore(0, 0, low, high, 0.0162f).Cut(0.0008f, Bore(0, 0, low - 0.01f, high + 0.01f, 0.0120f));
        var gear = rim.Cut(0.0010f, recess(Width - 0.0030f, Width + 0.01f)).Cut(0.0010f, recess(-0.01f, 0.0030f)).Join(0.0006f, hub)
            .Cut(0.0004f, Bore(0, 0, -0.01f, 0.04f, 0.0060f)).Cut(0.0002f, new RoundBox(new(0, 0.01f, 0.0060f), new(0.0020f, 0.03f, 0.0023f), 0.0001f));
        Add(model, "Gear", "Metal", gear, 0.00046f, 8000, MachinedSteel(0.34f), Handled);
        model.Morph("wide_face", m => m.Position with { Y = m.Position.Y + 0.006f * Math.Clamp((m.Position.Y - 0.004f) / 0.006f, 0f, 1f) });
        model.Morph("tall_hub", m => m.Position.Y > Width + 0.001f ? m.Position + new Vector3(0, 0.008f, 0) : m.Position);
        model.Morph("stout_hub", m => Swell(m.Position, 0.0065f, 0.0100f, 0.0150f, 0.0160f, 1.18f));
        model.Morph("large_bore", m => Swell(m.Position, 0f, 0.0001f, 0.0080f, 0.0100f, 1.20f));
        Platings(model, "Metal");
        AddLabels(model);
        return model;
    }

    // Stretches a ring of radii away from the axis, fading out on both sides of it.
    private static Vector3 Swell(Vector3 p, float from, float full, float last, float to, float factor)
    {
        var away = new Vector2(p.X, p.Z).Length();
        var f = 1f + (factor - 1f) * Smooth.Step(from, full, away) * Smooth.Step(to, last, away);
        return p * new Vector3(f, 1f, f);
    }

    // Involutes of 20° between the root and the tip circle (DIN 867); a tooth is as thick as its gap on the pitch circle.
    private static Outline Toothed()
    {
        const float Pitch = Module * Teeth / 2, Root = Pitch - 1.25f * Module;
        var angle = MathF.PI / 9f;
        var based = Pitch * MathF.Cos(angle);
        var half = MathF.PI / (2 * Teeth) + MathF.Tan(angle) - angle;
        var points = new List<Vector2>();
        for (var tooth = 0; tooth < Teeth; tooth++)
        {
            var middle = tooth * MathF.Tau / Teeth;
            points.Add(Polar(Root, middle - 0.5f * MathF.Tau / Teeth));
            points.Add(Polar(Root, middle - half - 0.010f));
            for (var i = 0; i <= 6; i++)
                points.Add(Polar(Radius(i), middle - half + Involute(Radius(i))));
            for (var i = 6; i >= 0; i--)
                points.Add(Polar(Radius(i), middle + half - Involute(Radius(i))));
            points.Add(Polar(Root, middle + half + 0.010f));
        }

        return Outline.Through([.. points]);

        float Radius(int i) => based + (Tip - based) * i / 6f;
        float Involute(float r) => MathF.Sqrt(MathF.Max(0f, r * r / (based * based) - 1f)) - MathF.Acos(MathF.Min(1f, based / r));
        static Vector2 Polar(float r, float a) => new(r * MathF.Cos(a), r * MathF.Sin(a));
    }

    private static void AddLabels(ModelDescription model)
    {
        for (var i = 0; i < 4; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 2f);
            model.Keypoint($"tooth_{i * 5 + 1}_tip", "Gear", new(Tip * cos, Width * 0.5f, -Tip * sin), 0.005f);
            model.Keypoint($"rim_top_{i + 1}", "Gear", new(0.0166f * cos, Width, -0.0166f * sin), 0.005f);
        }

        model.Keypoint("hub_top_front", "Gear", new(0.0120f, HubTop, 0), 0.005f);
        model.Keypoint("hub_top_back", "Gear", new(-0.0120f, HubTop, 0), 0.005f);
        model.Keypoint("keyway_top", "Gear", new(0, HubTop, 0.0083f), 0.004f);
        model.Keypoint("keyway_bottom", "Gear", new(0, 0.0010f, 0.0083f), 0.004f);
        for (var i = 0; i < 4; i++)
            model.Chain($"tooth_{i * 5 + 1}_tip", $"rim_top_{i + 1}");
        model.Chain("rim_top_1", "rim_top_2", "rim_top_3", "rim_top_4");
        model.Chain("rim_top_4", "rim_top_1");
        model.Chain("hub_top_front", "hub_top_back");
        model.Chain("keyway_top", "keyway_bottom");
        model.Pair("tooth_1_tip", "tooth_11_tip");
        model.Pair("rim_top_1", "rim_top_3");
        model.Pair("hub_top_front", "hub_top_back");
    }
}
