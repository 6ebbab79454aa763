using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using static SynthRender.Modeling.Models.Parts.Workshop;

namespace SynthRender.Modeling.Models.Parts;

/// <summary>A 90° elbow for half-inch pipe in malleable cast iron, standing on one mouth: banded mouths with an inner pipe thread.</summary>
public sealed class PipeElbow : IModel
{
    private const float Arm = 0.028f;
    private const float Bend = 0.017f;
    private static readonly Vector3 Corner = new(0, Arm, 0);
    private static readonly Vector3 Mark = new(0.0128f, 0.0230f, 0.0050f);

    /// <inheritdoc/>
    public string Name => "pipe_elbow";

    /// <inheritdoc/>
    public string Family => "parts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = Begin(Name, 0.012f);
        var outside = Curved(0.0122f).Join(0.0020f, Band(Quaternion.Identity), Band(Swap));
        var inside = Curved(0.0080f).Join(0f, Mouth(), Mouth().Turn(Corner, Swap));
        // A raised mark on the cheek, as foundries cast it.
        var mark = new RoundCylinder(Mark with { X = 0.008f }, Mark, 0.0042f, 0.0004f);
        Add(model, "Elbow", "Iron", outside.Join(0.0006f, mark).Cut(0f, inside), 0.00055f, 7000, Cast, Sand, hard: false);
        model.Morph("long_arms", m => m.Position + Along(m.Position) * 0.010f);
        model.Morph("thick_bands", m => m.Position + m.Normal * (0.0016f * OnBand(m.Position)));
        model.Morph("slender", m => Inside(m.Position) ? m.Position : m.Position - m.Normal * (0.0014f * (1f - OnBand(m.Position))));
        model.Variant("galvanised", new MaterialChange("Iron", new Vector3(1f, 1f, 1f), 0.75f));
        model.Variant("black_iron", new MaterialChange("Iron", new Vector3(0.16f, 0.16f, 0.17f), 0.95f, 0.6f));
        model.Variant("brass", new MaterialChange("Iron", new Vector3(1f, 0.72f, 0.33f), 0.75f));
        model.Variant("copper", new MaterialChange("Iron", new Vector3(0.95f, 0.50f, 0.32f), 0.7f));
        HalfTurn(model, new Vector3(0, -1, 1), Corner);
        AddLabels(model);
        return model;
    }

    // Half a turn about the line between the arms takes the lower one to the forward one.
    private static Quaternion Swap => Quaternion.CreateFromAxisAngle(Vector3.Normalize(new Vector3(0, -1, 1)), MathF.PI);

    private static Field Curved(float radius)
    {
        var points = new List<Vector4> { new(0, -0.002f + 0.006f, 0, radius) };
        for (var i = 0; i <= 8; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 16f);
            points.Add(new Vector4(0, Arm - Bend + Bend * sin, Bend - Bend * cos, radius));
        }

        points.Add(new Vector4(0, Arm, Arm - 0.004f, radius));
        return Tube.Along([.. points], 2).Meet(0f, new HalfSpace(Vector3.Zero, -Vector3.UnitY)).Meet(0f, new HalfSpace(new(0, 0, Arm), Vector3.UnitZ));
    }

    private static Field Band(Quaternion turn) => new RoundCylinder(Vector3.Zero, new(0, 0.0100f, 0), 0.0134f, 0.0006f)
        .Join(0.0008f, new RoundCylinder(Vector3.Zero, new(0, 0.0050f, 0), 0.0148f, 0.0010f)).Turn(Corner, turn);

    private static Field Mouth() => new ScrewThread(new(0, -0.002f, 0), 0.0140f, 0.0104f, 0.00181f)
        .Join(0f, Turned(new(0, -0.01f), new(0.0120f, -0.01f), new(0.0120f, -0.0008f), new(0.0090f, 0.0020f), new(0, 0.0020f)));

    // The direction of the arm that a point is on, 0 in the bend.
    private static Vector3 Along(Vector3 p) =>
        new Vector3(0, -1, 0) * Smooth.Step(0.013f, 0.009f, p.Y) + new Vector3(0, 0, 1) * Smooth.Step(Arm - 0.013f, Arm - 0.009f, p.Z);

    private static float OnBand(Vector3 p) => Inside(p) ? 0f
        : MathF.Max(Smooth.Step(0.0068f, 0.0052f, p.Y), Smooth.Step(Arm - 0.0068f, Arm - 0.0052f, p.Z));

    private static bool Inside(Vector3 p) => p.Y < 0.012f && new Vector2(p.X, p.Z).Length() < 0.0115f
        || p.Z > Arm - 0.012f && new Vector2(p.X, p.Y - Arm).Length() < 0.0115f || Curved(0.0100f).Distance(p) < 0f;

    private static void AddLabels(ModelDescription model)
    {
        // The mirror between the arms: the mark on the left cheek and the bend lie in it.
        Vector3 Forward(Vector3 lower) => new(lower.X, Arm - lower.Z, Arm - lower.Y);
        void Both(string name, Vector3 lower)
        {
            model.Keypoint("lower_" + name, "Elbow", lower, 0.005f);
            model.Keypoint("forward_" + name, "Elbow", Forward(lower), 0.005f);
            model.Pair("lower_" + name, "forward_" + name);
        }

        Both("mouth_left", new(0.0140f, 0.0004f, 0));
        Both("mouth_right", new(-0.0140f, 0.0004f, 0));
        Both("mouth_outer", new(0, 0.0004f, -0.0140f));
        Both("mouth_inner", new(0, 0.0004f, 0.0140f));
        Both("band_left", new(0.0134f, 0.0096f, 0));
        model.Keypoint("bend_outer", "Elbow", new(0, Arm - Bend + 0.0292f * 0.7071f, Bend - 0.0292f * 0.7071f), 0.005f);
        model.Keypoint("mark", "Elbow", Mark, 0.005f);
        foreach (var arm in (string[])["lower_", "forward_"])
        {
            model.Chain(arm + "mouth_left", arm + "mouth_outer", arm + "mouth_right", arm + "mouth_inner");
            model.Chain(arm + "mouth_inner", arm + "mouth_left");
            model.Chain(arm + "mouth_outer", "bend_outer");
        }
    }
}
