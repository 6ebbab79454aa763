using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A bent steel bracket, 60 mm along both legs and 40 mm wide: rounded corners, two countersunk holes and a slot in each leg, a pressed rib.</summary>
public sealed class AngleBracket : IModel
{
    private const float Leg = 0.060f;
    private const float Thick = 0.004f;
    private const float Half = 0.020f;

    /// <inheritdoc/>
    public string Name => "angle_bracket";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.015f);
        var rib = new SmoothUnion(0.002f, [new RoundCone(new(0, 0.0058f, 0.0185f), new(0, 0.0185f, 0.0058f), 0.0042f, 0.0042f)]);
        var field = Sheet().Join(0.0025f, rib).Cut(0.0002f, Holes()).Cut(0.0002f, Swapped(Holes()));
        Add(model, "Bracket", "Sheet", field, 0.00072f, 6000, MachinedSteel(0.36f, turned: false), Handled);
        model.Morph("long_foot", m => m.Position.Z > 0.028f ? m.Position + new Vector3(0, 0, 0.022f * Smooth.Step(0.028f, 0.034f, m.Position.Z)) : m.Position);
        model.Morph("tall_wall", m => m.Position.Y > 0.028f ? m.Position + new Vector3(0, 0.022f * Smooth.Step(0.028f, 0.034f, m.Position.Y), 0) : m.Position);
        model.Morph("wide", m => m.Position * new Vector3(1.3f, 1f, 1f));
        model.Morph("open_angle", m => m.Position.Y > 0.008f
            ? Vector3.Transform(m.Position - new Vector3(0, 0.004f, 0.004f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.14f * Smooth.Step(0.004f, 0.012f, m.Position.Y - m.Position.Z)))
                + new Vector3(0, 0.004f, 0.004f)
            : m.Position);
        model.Variant("zinc", new MaterialChange("Sheet", new Vector3(0.93f, 0.98f, 1f), 0.85f));
        model.Variant("yellow_zinc", new MaterialChange("Sheet", new Vector3(1f, 0.83f, 0.45f), 0.9f));
        model.Variant("black_powder_coat", new MaterialChange("Sheet", new Vector3(0.045f, 0.046f, 0.05f), 1f, 0f));
        model.Variant("white_powder_coat", new MaterialChange("Sheet", new Vector3(1f, 1f, 0.97f), 1f, 0f));
        model.Variant("rusty", new MaterialChange("Sheet", new Vector3(0.42f, 0.22f, 0.13f), 1f, 0.25f));
        model.DiscreteSymmetries.Add(Matrix4x4.CreateFromAxisAngle(Vector3.Normalize(new Vector3(0, 1, 1)), MathF.PI));
        AddLabels(model);
        return model;
    }

    private static Field Sheet()
    {
        // The section along X: an L whose bend has an outer radius of 6 mm and an inner one of 2 mm, smaller by the rounding.
        const float Round = 0.0005f;
        List<Vector2> section = [new(Leg - Round, Round), new(Leg - Round, Thick - Round)];
        for (var i = 0; i <= 4; i++)
            section.Add(new Vector2(0.006f, 0.006f) - (0.002f + Round) * Polar((4 - i) * MathF.PI / 8f));
        section.AddRange([new(Thick - Round, Leg - Round), new(Round, Leg - Round)]);
        for (var i = 0; i <= 8; i++)
            section.Add(new Vector2(0.006f, 0.006f) - (0.006f - Round) * Polar(i * MathF.PI / 16f));
        // Drawn toward +Z, so turned: the section's x becomes z.
        var sheet = new Extruded(Outline.Through([.. section]), Vector3.Zero, Half, Round).Turn(Vector3.Zero, Vector3.UnitY, -MathF.PI / 2f);
        var ends = Ends();
        return sheet.Meet(0.0003f, ends).Meet(0.0003f, Swapped(ends));

        static Vector2 Polar(float angle) => new(MathF.Cos(angle), MathF.Sin(angle));
    }

    // Seen from above, the foot's free end has corners of 6 mm.
    private static Field Ends() => new RoundBox(new(0, 0, Leg / 2 - 0.02f), new(Half, 0.2f, Leg / 2 + 0.02f), 0.006f);

    // Half a turn about the line between the legs: x to −x, y and z change places.
    private static Field Swapped(Field field) => field.Turn(Vector3.Zero, Vector3.Normalize(new Vector3(0, 1, 1)), MathF.PI);

    private static Field Holes()
    {
        Field hole(float x, float z) => Bore(x, z, -0.01f, 0.02f, 0.0029f)
            .Join(0f, new RoundCylinder(new(x, Thick - 0.0028f, z), new(x, Thick + 0.0004f, z), 0.0028f, 0f, 0.0061f));
        return new SmoothUnion(0f, [hole(0.0105f, 0.0475f), hole(-0.0105f, 0.0475f),
            new RoundCone(new(0.0052f, Thick / 2, 0.0320f), new(-0.0052f, Thick / 2, 0.0320f), 0.0031f, 0.0031f).Stretch(new(0, Thick / 2, 0), new Vector3(1f, 4f, 1f))]);
    }

    private static void AddLabels(ModelDescription model)
    {
        model.KeypointPair("foot_corner", "Bracket", new(Half - 0.0018f, Thick, Leg - 0.0018f), 0.004f);
        model.KeypointPair("wall_corner", "Bracket", new(Half - 0.0018f, Leg - 0.0018f, Thick), 0.004f);
        model.KeypointPair("bend_end", "Bracket", new(Half, 0.0020f, 0.0020f), 0.004f);
        model.KeypointPair("foot_hole", "Bracket", new(0.0105f + 0.0060f, Thick, 0.0475f), 0.004f);
        model.KeypointPair("wall_hole", "Bracket", new(0.0105f + 0.0060f, 0.0475f, Thick), 0.004f);
        model.Keypoint("foot_edge", "Bracket", new(0, Thick, Leg), 0.004f);
        model.Keypoint("wall_edge", "Bracket", new(0, Leg, Thick), 0.004f);
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("foot_edge", side + "foot_corner", side + "bend_end", side + "wall_corner", "wall_edge");
            model.Chain(side + "foot_hole", side + "wall_hole");
        }
    }
}
