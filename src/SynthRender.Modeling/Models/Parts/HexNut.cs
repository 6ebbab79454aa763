using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A hexagon nut M12 (ISO 4032's measures), lying flat: both faces chamfered, a countersunk thread through it.</summary>
public sealed class HexNut : IModel
{
    private const float Height = 0.0108f;

    /// <inheritdoc/>
    public string Name => "hex_nut";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.006f);
        var body = Prism(Hexagon(0.018f), 0, Height)
            .Meet(0.0002f, Turned(new(0, 0), new(0.0085f, 0), new(0.0106f, 0.0012f), new(0.0106f, Height - 0.0012f), new(0.0085f, Height), new(0, Height)));
        var sink = Turned(new(0, Height * 0.5f), new(0.0050f, Height * 0.5f), new(0.0050f, Height - 0.0014f), new(0.0066f, Height + 0.0002f), new(0.0066f, 0.02f), new(0, 0.02f));
        var under = Turned(new(0, -0.01f), new(0.0066f, -0.01f), new(0.0066f, -0.0002f), new(0.0050f, 0.0014f), new(0.0050f, Height * 0.5f), new(0, Height * 0.5f));
        var thread = new ScrewThread(new(0, -0.001f, 0), Height + 0.002f, 0.0060f, 0.00175f);
        Add(model, "Nut", "Metal", body.Cut(0f, thread).Cut(0.0001f, sink).Cut(0.0001f, under), 0.00030f, 5000, MachinedSteel(), Handled);
        model.Morph("taller", m => m.Position * new Vector3(1f, 1.35f, 1f));
        model.Morph("thin", m => m.Position * new Vector3(1f, 0.6f, 1f));
        model.Morph("wide", m => Away(m.Position) > 0.0064f ? m.Position * new Vector3(1.15f, 1f, 1.15f) : m.Position);
        Platings(model, "Metal");
        TurnsAboutY(model, 6);
        HalfTurnsAcross(model);
        AddLabels(model);
        return model;
    }

    private static float Away(Vector3 p) => new Vector2(p.X, p.Z).Length();

    // Turned over, a nut looks as before: half a turn about each of the six axes across it.
    private static void HalfTurnsAcross(ModelDescription model)
    {
        for (var i = 0; i < 6; i++)
            HalfTurn(model, new Vector3(MathF.Cos(i * MathF.PI / 6f), 0, MathF.Sin(i * MathF.PI / 6f)), new Vector3(0, Height * 0.5f, 0));
    }

    private static void AddLabels(ModelDescription model)
    {
        for (var i = 0; i < 6; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 3f);
            model.Keypoint($"corner_{i + 1}", "Nut", new(0.0104f * cos, Height * 0.5f, -0.0104f * sin), 0.003f);
        }

        model.Keypoint("top_rim_front", "Nut", new(0, Height, 0.0066f), 0.003f);
        model.Keypoint("top_rim_back", "Nut", new(0, Height, -0.0066f), 0.003f);
        model.Keypoint("bottom_rim_front", "Nut", new(0, 0, 0.0066f), 0.003f);
        model.Keypoint("bottom_rim_back", "Nut", new(0, 0, -0.0066f), 0.003f);
        model.Chain("corner_1", "corner_2", "corner_3", "corner_4", "corner_5", "corner_6");
        model.Chain("corner_6", "corner_1");
        model.Pair("corner_1", "corner_4");
        model.Pair("corner_2", "corner_3");
        model.Pair("corner_6", "corner_5");
        model.Chain("top_rim_front", "top_rim_back");
        model.Chain("bottom_rim_front", "bottom_rim_back");
    }
}
