using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A welding-neck flange, 80 mm across, lying on its raised face: four bolt holes with spot faces, conical neck, turned sealing grooves.</summary>
public sealed class PipeFlange : IModel
{
    private const float Radius = 0.040f;
    private const float Plate = 0.011f;
    private const float Top = 0.028f;
    private const float Circle = 0.029f;

    /// <inheritdoc/>
    public string Name => "pipe_flange";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.012f, 1024);
        var body = Turned(new(0, 0), new(0.0225f, 0), new(0.0225f, 0.0012f), new(Radius - 0.0010f, 0.0012f), new(Radius, 0.0022f), new(Radius, Plate - 0.0010f), new(Radius - 0.0010f, Plate),
            new(0.0205f, Plate), new(0.0195f, Plate + 0.0010f), new(0.0168f, 0.0230f), new(0.0168f, Top - 0.0018f), new(0.0150f, Top), new(0, Top));
        var field = body.Cut(0.0004f, Bore(0, 0, -0.01f, 0.05f, 0.0132f));
        for (var i = 0; i < 4; i++)
        {
            var (sin, cos) = MathF.SinCos((i + 0.5f) * MathF.PI / 2f);
            field = field.Cut(0.0003f, Bore(Circle * cos, Circle * sin, -0.01f, 0.02f, 0.0055f)).Cut(0.0001f, Bore(Circle * cos, Circle * sin, Plate - 0.0009f, 0.016f, 0.0088f));
        }

        var grooves = new SmoothUnion(0f, Enumerable.Range(0, 5).Select(i => new Ring(Vector3.Zero, Vector3.UnitY, 0.0152f + 0.0014f * i, 0.0004f)));
        Add(model, "Flange", "Metal", field.Cut(0.0001f, grooves), 0.00048f, 8000, MachinedSteel(0.31f), Handled);
        model.Morph("thick_plate", m => m.Position + new Vector3(0, 0.006f * Math.Clamp((m.Position.Y - 0.003f) / 0.006f, 0f, 1f), 0));
        model.Morph("tall_neck", m => m.Position + new Vector3(0, 0.014f * Math.Clamp((m.Position.Y - 0.014f) / 0.008f, 0f, 1f), 0));
        model.Morph("flat", m => m.Position.Y > Plate + 0.0005f ? m.Position with { Y = Plate + 0.0005f + (m.Position.Y - Plate - 0.0005f) * 0.25f } : m.Position);
        model.Morph("wide_rim", m => Away(m.Position) > 0.0385f ? m.Position * new Vector3(1.12f, 1f, 1.12f) : m.Position);
        model.Variant("stainless", new MaterialChange("Metal", new Vector3(0.97f, 0.98f, 1f), 0.7f));
        model.Variant("black_oxide", new MaterialChange("Metal", new Vector3(0.085f, 0.088f, 0.095f), 1f, 0.8f));
        model.Variant("red_primer", new MaterialChange("Metal", new Vector3(0.50f, 0.10f, 0.06f), 1f, 0f));
        model.Variant("rusty", new MaterialChange("Metal", new Vector3(0.42f, 0.22f, 0.13f), 1f, 0.25f));
        TurnsAboutY(model, 4);
        AddLabels(model);
        return model;
    }

    private static float Away(Vector3 p) => new Vector2(p.X, p.Z).Length();

    private static void AddLabels(ModelDescription model)
    {
        (string Name, Vector3 Way)[] sides = [("front", Vector3.UnitZ), ("left", Vector3.UnitX), ("back", -Vector3.UnitZ), ("right", -Vector3.UnitX)];
        for (var i = 0; i < 4; i++)
        {
            var (name, way) = sides[i];
            var (sin, cos) = MathF.SinCos((i + 0.5f) * MathF.PI / 2f);
            model.Keypoint(name + "_rim", "Flange", way * Radius + new Vector3(0, Plate - 0.0010f, 0), 0.006f);
            model.Keypoint(name + "_neck", "Flange", way * 0.0150f + new Vector3(0, Top, 0), 0.006f);
            model.Keypoint($"bolt_hole_{i + 1}", "Flange", new((Circle + 0.0058f) * sin, Plate - 0.0007f, (Circle + 0.0058f) * cos), 0.006f);
            model.Keypoint(name + "_face", "Flange", way * 0.0222f, 0.006f);
        }

        foreach (var ring in (string[])["_rim", "_neck", "_face"])
        {
            model.Chain("front" + ring, "left" + ring, "back" + ring, "right" + ring);
            model.Chain("right" + ring, "front" + ring);
            model.Pair("left" + ring, "right" + ring);
        }

        model.Pair("bolt_hole_1", "bolt_hole_4");
        model.Pair("bolt_hole_2", "bolt_hole_3");

        model.Chain("bolt_hole_1", "bolt_hole_2", "bolt_hole_3", "bolt_hole_4");
    }
}
