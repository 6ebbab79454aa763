using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Models.Robots;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>Haemostatic forceps, 0.16 m long, lying open: two crossed halves with finger rings, ratchet, box lock and toothed jaws.</summary>
public sealed class Forceps : IModel
{
    private const float Height = 0.0042f;
    private const float Opening = 0.105f;
    private static readonly Vector3 Pivot = new(0, Height, 0.020f);

    /// <inheritdoc/>
    public string Name => "forceps";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "surgical_instrument") { OcclusionReach = 0.008f };
        model.Node("Lock", null, Pivot);
        model.Node("LeftHalf", "Lock", Pivot);
        model.Node("RightHalf", "Lock", Pivot);
        model.Material("Steel");
        Add(model, "LeftHalf", Half(1f).Turn(Pivot, Vector3.UnitY, -Opening), 5200);
        Add(model, "RightHalf", Quarter(Half(1f)).Turn(Pivot, Vector3.UnitY, Opening), 5200);
        Add(model, "Lock", new RoundCylinder(Pivot - new Vector3(0, 0.0040f, 0), Pivot + new Vector3(0, 0.0040f, 0), 0.0027f, 0.0006f)
            .Cut(0.0002f, new RoundBox(Pivot + new Vector3(0, 0.0042f, 0), new(0.003f, 0.0005f, 0.0004f), 0f)), 400);
        model.Morph("long_jaws", m => m.Position.Z > 0.03f ? m.Position with { Z = 0.03f + (m.Position.Z - 0.03f) * 1.30f } : m.Position);
        model.Morph("curved_jaws", m => m.Position + new Vector3(0, 0.010f, 0) * MathF.Pow(Smooth.Step(0.03f, 0.085f, m.Position.Z), 1.4f));
        model.Morph("long_shanks", m => m.Position.Z < 0.005f ? m.Position with { Z = 0.005f + (m.Position.Z - 0.005f) * 1.18f } : m.Position);
        model.Morph("slender", m => m.Position.Z > -0.045f && m.Solid != "LockSteel" ? m.Position - m.Normal * 0.0005f : m.Position);
        model.Variant("satin", new MaterialChange("Steel", new Vector3(0.92f, 0.93f, 0.95f)));
        model.Variant("titanium_blue", new MaterialChange("Steel", new Vector3(0.35f, 0.48f, 0.85f)));
        model.Variant("black_coated", new MaterialChange("Steel", new Vector3(0.10f, 0.10f, 0.11f), 1f, 0.6f));
        model.Variant("gilt", new MaterialChange("Steel", new Vector3(1f, 0.80f, 0.42f)));
        AddLabels(model);
        return model;
    }

    private static void Add(ModelDescription model, string node, Field field, int triangles) => model.Solids.Add(new Solid
    {
        Name = node + "Steel", Material = "Steel", Node = node, Field = field, Look = Finishes.Metal(new Vector3(0.66f, 0.67f, 0.69f), Vector3.UnitZ, 0.26f),
        Cell = 0.0006f, Triangles = triangles, WearScale = 0.0015f,
    });

    // Turned half around the instrument's axis, the same half becomes the other one.
    private static Field Quarter(Field half) => half.Turn(Pivot, Vector3.UnitZ, MathF.PI);

    private static Field Half(float side)
    {
        var ring = new Ring(new(side * 0.0190f, Height, -0.0630f), Vector3.UnitY, 0.0115f, 0.0026f).Stretch(new(side * 0.0190f, 0, -0.0630f), new Vector3(1f, 1f, 1.22f));
        var shank = Tube.Along(
        [
            new(side * 0.0115f, Height, -0.0520f, 0.0026f), new(side * 0.0070f, Height, -0.0350f, 0.0029f), new(side * 0.0050f, Height, -0.0100f, 0.0031f),
            new(side * 0.0028f, Height + 0.0006f, 0.0080f, 0.0033f), new(0, Height + 0.0012f, 0.0200f, 0.0034f), new(side * -0.0016f, Height + 0.0006f, 0.0320f, 0.0032f), new(side * -0.0018f, Height, 0.0400f, 0.0031f),
        ], 6);
        var jaw = new RoundCone(new(side * -0.0016f, Height, 0.0380f), new(side * -0.0010f, Height, 0.0840f), 0.0032f, 0.0015f)
            .Meet(0.0002f, new HalfSpace(new(side * -0.0001f, 0, 0), new Vector3(side, 0, 0)))
            .Cut(0.0001f, new SmoothUnion(0f, Enumerable.Range(0, 18).Select(i => new RoundCylinder(new(0, 0, 0.0430f + 0.0022f * i), new(0, 0.01f, 0.0430f + 0.0022f * i), 0.0006f, 0f))));
        var ratchet = new RoundBox(new(side * 0.0045f, Height + 0.0012f, -0.0410f), new(0.0050f, 0.0014f, 0.0022f), 0.0006f)
            .Cut(0.0001f, new SmoothUnion(0f, Enumerable.Range(0, 4).Select(i => new RoundCylinder(new(side * (0.0008f + 0.0017f * i), Height - 0.0004f, -0.045f), new(side * (0.0008f + 0.0017f * i), Height - 0.0004f, -0.036f), 0.0006f, 0f))));
        var lockBox = new RoundBox(Pivot + new Vector3(0, 0.0014f, 0), new(0.0046f, 0.0018f, 0.0085f), 0.0014f);
        return new SmoothUnion(0.002f, [ring, shank, lockBox, ratchet]).Cut(0.0003f, new RoundBox(Pivot - new Vector3(0, 0.0045f, 0), new(0.0090f, 0.0043f, 0.0100f), 0.0002f)).Join(0.0008f, jaw);
    }

    private static void AddLabels(ModelDescription model)
    {
        Vector3 Left(Vector3 closed) => Pivot + Vector3.Transform(closed - Pivot, Quaternion.CreateFromAxisAngle(Vector3.UnitY, -Opening));
        void Both(string name, Vector3 closed) => model.KeypointPair(name, "LeftHalfSteel", Left(closed), 0.006f, "RightHalfSteel");
        Both("ring_back", new(0.0190f, Height, -0.0797f));
        Both("ring_outer", new(0.0331f, Height, -0.0630f));
        Both("shank_middle", new(0.0080f, Height, -0.0150f));
        Both("jaw_tip", new(-0.0010f, Height, 0.0855f));
        Both("jaw_root", new(-0.0048f, Height, 0.0400f));
        model.Keypoint("lock_top", "LockSteel", Pivot + new Vector3(0, 0.0040f, 0), 0.006f);
        foreach (var side in (string[])["left_", "right_"])
            model.Chain(side + "ring_outer", side + "ring_back", side + "shank_middle", "lock_top", side + "jaw_root", side + "jaw_tip");
        model.Revolute("LeftHalf", -Vector3.UnitY, -5.5f, 16f);
        model.Revolute("RightHalf", Vector3.UnitY, -5.5f, 16f);
        model.Part("left_half", "LeftHalf");
        model.Part("right_half", "RightHalf");
    }
}
