using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A hexagon head bolt M12×50 (ISO 4014's measures), standing on its head: washer face, plain shank, 30 mm of thread, chamfered end.</summary>
public sealed class HexBolt : IModel
{
    private const float Head = 0.0075f;
    private const float End = 0.0575f;
    private const float ThreadStart = 0.0275f;

    /// <inheritdoc/>
    public string Name => "hex_bolt";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.006f);
        // Both ends of the head are turned to 30°, which leaves the arcs on its flats.
        var head = Prism(Hexagon(0.018f), 0, Head).Meet(0.0002f, Turned(new(0, 0), new(0.0084f, 0), new(0.0106f, 0.00127f), new(0.0106f, Head - 0.0009f), new(0.0088f, Head), new(0, Head)));
        var shank = new RoundCylinder(new(0, 0.004f, 0), new(0, ThreadStart + 0.001f, 0), 0.0059f, 0.0002f);
        var thread = new ScrewThread(new(0, ThreadStart - 0.001f, 0), End - ThreadStart + 0.001f, 0.0060f, 0.00175f)
            .Meet(0f, Turned(new(0, -0.01f), new(0.0075f, -0.01f), new(0.0075f, End - 0.0028f), new(0.0047f, End), new(0, End)));
        Add(model, "Bolt", "Metal", head.Join(0.0010f, shank).Join(0.0002f, thread), 0.00034f, 7000, MachinedSteel(), Handled);
        model.Morph("longer_shank", m => m.Position + new Vector3(0, 0.018f * Math.Clamp((m.Position.Y - Head - 0.002f) / 0.016f, 0f, 1f), 0));
        model.Morph("shorter_shank", m => m.Position - new Vector3(0, 0.012f * Math.Clamp((m.Position.Y - Head - 0.002f) / 0.016f, 0f, 1f), 0));
        model.Morph("wide_head", m => m.Position.Y < Head - 0.0001f ? m.Position * new Vector3(1.14f, 1f, 1.14f) : m.Position);
        model.Morph("flat_head", m => m.Position.Y < Head - 0.001f ? m.Position with { Y = Head - 0.001f - (Head - 0.001f - m.Position.Y) * 0.7f } : m.Position);
        Platings(model, "Metal");
        TurnsAboutY(model, 6);
        AddLabels(model);
        return model;
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("head_centre", "Bolt", new(0, 0, 0), 0.004f);
        for (var i = 0; i < 6; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 3f);
            model.Keypoint($"head_corner_{i + 1}", "Bolt", new(0.0103f * cos, 0.0042f, -0.0103f * sin), 0.004f);
        }

        model.Keypoint("shank_root", "Bolt", new(0, Head, 0.0068f), 0.004f);
        model.Keypoint("thread_start", "Bolt", new(0, ThreadStart, 0.0059f), 0.004f);
        model.Keypoint("end_centre", "Bolt", new(0, End, 0), 0.004f);
        model.Chain("head_corner_1", "head_corner_2", "head_corner_3", "head_corner_4", "head_corner_5", "head_corner_6");
        model.Chain("head_corner_6", "head_corner_1");
        model.Pair("head_corner_1", "head_corner_4");
        model.Pair("head_corner_2", "head_corner_3");
        model.Pair("head_corner_6", "head_corner_5");
        model.Chain("head_centre", "head_corner_1");
        model.Chain("shank_root", "thread_start", "end_centre");
    }
}
