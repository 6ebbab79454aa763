using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>An open deep-groove ball bearing 6204, 47 mm across, lying flat: two ground rings, eight balls, a pressed brass cage.</summary>
public sealed class BallBearing : IModel
{
    private const int Balls = 8;
    private const float Width = 0.014f;
    private const float Pitch = 0.01675f;
    private const float BallRadius = 0.00397f;
    private static readonly Vector3 Middle = new(0, Width / 2, 0);

    /// <inheritdoc/>
    public string Name => "ball_bearing";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.008f);
        var groove = new Ring(Middle, Vector3.UnitY, Pitch, BallRadius + 0.00006f);
        var ground = Metal(new Vector3(0.63f, 0.635f, 0.645f), 0.17f);
        Add(model, "OuterRing", "Steel", Tyre(0.0195f, 0.0235f).Cut(0.0001f, groove), 0.00048f, 2200, ground, Handled);
        Add(model, "InnerRing", "Steel", Tyre(0.0100f, 0.0140f).Cut(0.0001f, groove), 0.00045f, 1600, ground, Handled);
        Add(model, "Balls", "Balls", new SmoothUnion(0f, Centres().Select(c => new Ball(c, BallRadius))), 0.00060f, 1800, Metal(new Vector3(0.68f, 0.685f, 0.69f), 0.08f), null, 0.6f, hard: false);
        var pockets = new SmoothUnion(0f, Centres().Select(c => new Ball(c, BallRadius + 0.00022f)));
        var ribbon = Tyre(Pitch - 0.0017f, Pitch + 0.0017f, 0.0030f).Cut(0.0004f, Tyre(Pitch - 0.01f, Pitch + 0.01f, 0.0019f).Cut(0f, new SmoothUnion(0f, Rivets())));
        var cups = new SmoothUnion(0f, Centres().Select(c => new Ball(c, BallRadius + 0.0009f))).Meet(0.0002f, Tyre(Pitch - 0.0019f, Pitch + 0.0019f, 0.0048f));
        Add(model, "Cage", "Cage", ribbon.Join(0.0005f, cups).Cut(0.0001f, pockets), 0.00038f, 2400, Metal(new Vector3(0.80f, 0.58f, 0.28f), 0.34f), Handled, 0.8f);
        model.Morph("wide", m => m.Position * new Vector3(1f, 1.25f, 1f));
        model.Morph("narrow", m => m.Position * new Vector3(1f, 0.84f, 1f));
        model.Morph("thick_outer_ring", m => Away(m.Position) > 0.0225f ? m.Position * new Vector3(1.09f, 1f, 1.09f) : m.Position);
        model.Morph("small_bore", m => Away(m.Position) < 0.0112f ? m.Position * new Vector3(0.82f, 1f, 0.82f) : m.Position);
        model.Variant("steel_cage", new MaterialChange("Cage", new Vector3(0.72f, 1f, 1f), 0.9f));
        model.Variant("black_cage", new MaterialChange("Cage", new Vector3(0.03f, 0.04f, 0.08f), 1f, 0f));
        model.Variant("oily", new MaterialChange("Steel", new Vector3(0.62f, 0.52f, 0.38f), 0.6f), new MaterialChange("Balls", new Vector3(0.62f, 0.52f, 0.38f), 0.8f));
        model.Variant("rusty", new MaterialChange("Steel", new Vector3(0.50f, 0.30f, 0.18f), 1f, 0.45f));
        // The balls run free, so no angle about the axis tells itself from another.
        model.ContinuousSymmetries.Add((Vector3.UnitY, Vector3.Zero));
        HalfTurn(model, Vector3.UnitX, Middle);
        AddLabels(model);
        return model;
    }

    private static float Away(Vector3 p) => new Vector2(p.X, p.Z).Length();

    private static IEnumerable<Vector3> Centres() => Around(0f);

    private static IEnumerable<Field> Rivets() => Around(0.5f).Select(c => new RoundCylinder(c - new Vector3(0, 0.0034f, 0), c + new Vector3(0, 0.0034f, 0), 0.0012f, 0.0004f));

    private static IEnumerable<Vector3> Around(float offset) => Enumerable.Range(0, Balls).Select(i =>
    {
        var (sin, cos) = MathF.SinCos((i + offset) * MathF.Tau / Balls);
        return Middle + new Vector3(Pitch * sin, 0, Pitch * cos);
    });

    private static Field Tyre(float inner, float outer, float half = Width / 2)
    {
        var c = MathF.Min(0.0007f, 0.2f * (outer - inner));
        var (low, high) = (Middle.Y - half, Middle.Y + half);
        return new Revolved(Outline.Through(
        [
            new(inner + c, low), new(outer - c, low), new(outer - 0.3f * c, low + 0.3f * c), new(outer, low + c), new(outer, high - c), new(outer - 0.3f * c, high - 0.3f * c), new(outer - c, high),
            new(inner + c, high), new(inner + 0.3f * c, high - 0.3f * c), new(inner, high - c), new(inner, low + c), new(inner + 0.3f * c, low + 0.3f * c),
        ]), Vector3.Zero);
    }

    private static void AddLabels(ModelDescription model)
    {
        (string Name, Vector3 Way)[] sides = [("front", Vector3.UnitZ), ("left", Vector3.UnitX), ("back", -Vector3.UnitZ), ("right", -Vector3.UnitX)];
        foreach (var (name, way) in sides)
        {
            model.Keypoint(name + "_outer_rim", "OuterRing", way * 0.0230f + new Vector3(0, Width, 0), 0.004f);
            model.Keypoint(name + "_bore_rim", "InnerRing", way * 0.0105f + new Vector3(0, Width, 0), 0.004f);
            model.Keypoint(name + "_foot", "OuterRing", way * 0.0230f, 0.004f);
        }

        foreach (var ring in (string[])["_outer_rim", "_bore_rim", "_foot"])
        {
            model.Chain("front" + ring, "left" + ring, "back" + ring, "right" + ring);
            model.Chain("right" + ring, "front" + ring);
            model.Pair("left" + ring, "right" + ring);
        }
    }
}
