using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Models.Robots;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>A laparoscopic grasper, 0.42 m long: pistol handle with two rings, rotation knob, 5 mm shaft, toothed jaws that open.</summary>
public sealed class Grasper : IModel
{
    private const float Axis = 0.100f;
    private static readonly Vector3 LeverPivot = new(0, 0.088f, 0.004f);
    private static readonly Vector3 JawPivot = new(0, Axis, 0.352f);

    /// <inheritdoc/>
    public string Name => "grasper";

    /// <inheritdoc/>
    public string Family => "organs";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "surgical_instrument") { OcclusionReach = 0.012f };
        model.Node("Handle", null, 0, 0.085f, -0.01f);
        model.Node("Lever", "Handle", LeverPivot);
        model.Node("Knob", "Handle", 0, Axis, 0.035f);
        model.Node("Shaft", "Knob", 0, Axis, 0.06f);
        model.Node("UpperJaw", "Shaft", JawPivot);
        model.Node("LowerJaw", "Shaft", JawPivot);
        model.Materials.Add(new ModelMaterial("Grip", new Vector3(0.045f, 0.047f, 0.052f)));
        model.Material("Steel");
        AddHandle(model);
        AddTip(model);
        model.Morph("thick_shaft", m => m.Solid == "ShaftSteel" ? Around(m.Position, 1f + 0.9f * Smooth.Step(0.339f, 0.330f, m.Position.Z)) : m.Position);
        model.Morph("long_jaws", m => m.Solid is "UpperJawSteel" or "LowerJawSteel" && m.Position.Z > 0.354f ? m.Position with { Z = 0.354f + (m.Position.Z - 0.354f) * 1.4f } : m.Position);
        model.Morph("large_rings", m => m.Position.Y < 0.062f ? m.Position + m.Normal * 0.0016f : m.Position);
        model.Morph("large_knob", m => m.Solid == "KnobGrip" ? Around(m.Position, 1.25f) : m.Position);
        model.Variant("blue_grip", new MaterialChange("Grip", new Vector3(0.10f, 0.35f, 1f)));
        model.Variant("green_grip", new MaterialChange("Grip", new Vector3(0.12f, 0.75f, 0.35f)));
        model.Variant("satin_shaft", new MaterialChange("Steel", new Vector3(0.9f, 0.91f, 0.93f)));
        model.Variant("insulated_shaft", new MaterialChange("Steel", new Vector3(0.05f), 1f, 0.1f));
        AddLabels(model);
        return model;
    }

    private static Vector3 Around(Vector3 p, float factor) => new(p.X * factor, Axis + (p.Y - Axis) * factor, p.Z);

    private static void Add(ModelDescription model, string node, string material, Field field, float cell, int triangles, float density = 1f) => model.Solids.Add(new Solid
    {
        Name = node + material, Material = material, Node = node, Field = field, Cell = cell, Triangles = triangles, Density = density, Hard = true, WearScale = 3f * cell,
        Look = material == "Steel" ? Finishes.Metal(new Vector3(0.66f, 0.67f, 0.69f), Vector3.UnitZ, 0.24f) : Finishes.Plastic(new Vector3(0.62f), 0.45f),
        Relief = material == "Steel" ? null : Finishes.Grain,
    });

    private static Field Loop(Vector3 centre, float major, float minor, float tall) =>
        new Ring(centre, Vector3.UnitX, major, minor).Stretch(centre, new Vector3(1.25f, tall, 1f));

    private static void AddHandle(ModelDescription model)
    {
        var body = new SmoothUnion(0.010f,
        [
            new RoundCone(new(0, 0.098f, 0.022f), new(0, 0.088f, -0.022f), 0.0115f, 0.0135f).Stretch(Vector3.Zero, new Vector3(0.8f, 1f, 1f)),
            Tube.Along([new(0, 0.088f, -0.022f, 0.0100f), new(0, 0.070f, -0.040f, 0.0075f), new(0, 0.052f, -0.050f, 0.0060f)], 5).Stretch(Vector3.Zero, new Vector3(0.85f, 1f, 1f)),
            Loop(new(0, 0.032f, -0.056f), 0.0150f, 0.0042f, 1.25f),
        ]).Join(0.003f, new RoundCylinder(new(0, 0.106f, -0.006f), new(0, 0.118f, -0.010f), 0.0035f, 0.001f))
            .Cut(0.002f, new RoundBox(new(0, 0.070f, 0.006f), new(0.0042f, 0.022f, 0.012f), 0.001f));
        Add(model, "Handle", "Grip", body, 0.00125f, 2800);
        var lever = new SmoothUnion(0.006f,
        [
            new RoundCylinder(LeverPivot - new Vector3(0.0036f, 0, 0), LeverPivot + new Vector3(0.0036f, 0, 0), 0.0075f, 0.001f),
            Tube.Along([new(0, 0.086f, 0.004f, 0.0040f), new(0, 0.070f, 0.006f, 0.0042f), new(0, 0.052f, 0.004f, 0.0045f)], 5),
            Loop(new(0, 0.030f, -0.002f), 0.0175f, 0.0042f, 1.20f),
        ]);
        Add(model, "Lever", "Grip", lever, 0.00125f, 2200);
        Add(model, "Handle", "Steel", new SmoothUnion(0f,
        [
            new RoundCylinder(LeverPivot - new Vector3(0.0112f, 0, 0), LeverPivot + new Vector3(0.0112f, 0, 0), 0.0036f, 0.0008f), new RoundCylinder(new(0, 0.116f, -0.0095f), new(0, 0.1265f, -0.0125f), 0.0024f, 0.0006f),
        ]), 0.0008f, 500, 0.8f);
        Field knob = new RoundCylinder(new(0, Axis, 0.026f), new(0, Axis, 0.052f), 0.0125f, 0.0025f, 0.0088f);
        for (var i = 0; i < 8; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / 8f);
            knob = knob.Cut(0.0012f, new RoundCone(new(0.0148f * sin, Axis + 0.0148f * cos, 0.022f), new(0.0112f * sin, Axis + 0.0112f * cos, 0.058f), 0.0034f, 0.0026f));
        }

        Add(model, "Knob", "Grip", knob, 0.0009f, 1400);
    }

    private static void AddTip(ModelDescription model)
    {
        var shaft = new RoundCylinder(new(0, Axis, 0.046f), new(0, Axis, 0.347f), 0.0025f, 0.0004f);
        var fork = new RoundCylinder(new(0, Axis, 0.340f), new(0, Axis, 0.3565f), 0.0025f, 0.0005f).Cut(0.0001f, new RoundBox(new(0, Axis, 0.356f), new(0.0011f, 0.01f, 0.0105f), 0f));
        var pin = new RoundCylinder(JawPivot - new Vector3(0.0026f, 0, 0), JawPivot + new Vector3(0.0026f, 0, 0), 0.0008f, 0.0002f);
        Add(model, "Shaft", "Steel", shaft.Cut(0.0001f, new RoundBox(new(0, Axis, 0.356f), new(0.0011f, 0.01f, 0.0125f), 0f)).Join(0.0002f, fork, pin), 0.00062f, 1500, 1f);
        var jaw = Jaw();
        Add(model, "UpperJaw", "Steel", jaw.Turn(JawPivot, Vector3.UnitX, -0.24f), 0.00034f, 1500, 1.6f);
        Add(model, "LowerJaw", "Steel", jaw.Turn(JawPivot, Vector3.UnitZ, MathF.PI).Turn(JawPivot, Vector3.UnitX, 0.24f), 0.00034f, 1500, 1.6f);
    }

    // The upper jaw, closed: its teeth meet the plane through the axis.
    private static Field Jaw()
    {
        var body = new RoundCone(new(0, Axis + 0.0004f, 0.3545f), new(0, Axis + 0.0003f, 0.3750f), 0.0023f, 0.0016f).Meet(0.0002f, new HalfSpace(new(0, Axis + 0.0001f, 0), -Vector3.UnitY))
            .Cut(0.0001f, new SmoothUnion(0f, Enumerable.Range(0, 11).Select(i => new RoundCylinder(new(-0.004f, Axis, 0.3575f + 0.0017f * i), new(0.004f, Axis, 0.3575f + 0.0017f * i), 0.00055f, 0f))))
            .Cut(0.0003f, new RoundBox(new(0, Axis + 0.0012f, 0.3650f), new(0.00055f, 0.003f, 0.0055f), 0.0004f));
        return body.Join(0.0003f, new RoundCylinder(JawPivot + new Vector3(0.0001f, 0, 0), JawPivot + new Vector3(0.0010f, 0, 0), 0.0021f, 0.0002f), new RoundBox(JawPivot + new Vector3(0.00055f, 0.0008f, 0.0022f), new(0.00045f, 0.0010f, 0.0022f), 0.0002f));
    }

    private static void AddLabels(ModelDescription model)
    {
        static Vector3 Turned(Vector3 p, float angle) => JawPivot + Vector3.Transform(p - JawPivot, Quaternion.CreateFromAxisAngle(Vector3.UnitX, angle));
        model.Keypoint("upper_jaw_tip", "UpperJawSteel", Turned(new(0, Axis + 0.0004f, 0.3766f), -0.24f), 0.004f);
        model.Keypoint("lower_jaw_tip", "LowerJawSteel", Turned(new(0, Axis - 0.0004f, 0.3766f), 0.24f), 0.004f);
        model.Keypoint("jaw_pivot", "ShaftSteel", JawPivot + new Vector3(0.0026f, 0, 0), 0.006f);
        model.Keypoint("shaft_middle", "ShaftSteel", new(0, Axis + 0.0025f, 0.0475f), 0.006f);
        model.Keypoint("knob_front", "KnobGrip", new(0, Axis + 0.0085f, 0.0515f), 0.010f);
        model.Keypoint("knob_back", "KnobGrip", new(0.0118f, Axis, 0.0270f), 0.012f);
        model.Keypoint("lever_ring_front", "LeverGrip", new(0, 0.030f, 0.0197f), 0.010f);
        model.Keypoint("lever_ring_bottom", "LeverGrip", new(0, 0.0040f, -0.002f), 0.010f);
        model.Keypoint("thumb_ring_back", "HandleGrip", new(0, 0.032f, -0.0752f), 0.010f);
        model.Keypoint("thumb_ring_bottom", "HandleGrip", new(0, 0.0080f, -0.056f), 0.010f);
        model.Keypoint("connector_end", "HandleSteel", new(0, 0.1265f, -0.0125f), 0.008f);
        model.Chain("thumb_ring_bottom", "thumb_ring_back", "knob_back", "knob_front", "shaft_middle", "jaw_pivot", "upper_jaw_tip");
        model.Chain("lever_ring_bottom", "lever_ring_front", "knob_back", "connector_end");
        model.Chain("jaw_pivot", "lower_jaw_tip");
        model.Revolute("Lever", Vector3.UnitX, -12, 22);
        model.Revolute("Knob", Vector3.UnitZ, -180, 180);
        model.Revolute("UpperJaw", Vector3.UnitX, -26, 13.5f);
        model.Revolute("LowerJaw", -Vector3.UnitX, -26, 13.5f);
        model.Part("handle", "Handle", "Lever", "Knob");
        model.Part("shaft", "Shaft");
        model.Part("jaws", "UpperJaw", "LowerJaw");
    }
}
