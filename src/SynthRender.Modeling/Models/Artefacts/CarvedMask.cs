using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>A carved wooden mask, 0.36 m tall: slit eyes under heavy brows, long nose, parted lips, crest, scar patterns, worn pigment.</summary>
public sealed class CarvedMask : IModel
{
    private const string Mask = "Mask";

    /// <inheritdoc/>
    public string Name => "carved_mask";

    /// <inheritdoc/>
    public string Family => "artefacts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "artefact") { OcclusionReach = 0.03f };
        model.Node(Mask, null, 0, 0, 0);
        model.Material("Wood");
        model.Solids.Add(new Solid
        {
            Name = Mask, Material = "Wood", Node = Mask, Field = Shape(), Look = Wood, Cell = 0.0021f, Triangles = 15000, WearScale = 0.005f,
            Relief = p => 0.00035f * Grain(p) + 0.00020f * Noise.Gradient(p * new Vector3(130f, 60f, 130f), 7u) - 0.0010f * Crack(p),
        });
        model.Morph("long_face", m => m.Position with { Y = 0.18f + (m.Position.Y - 0.18f) * 1.16f });
        model.Morph("round_face", m => m.Position * new Vector3(1.14f, 0.96f, 1f));
        model.Morph("long_nose", m => m.Position + new Vector3(0, -0.010f, 0.020f) * Smooth.Step(0.028f, 0.010f, MathF.Abs(m.Position.X)) * Smooth.Bump(0.165f, 0.055f, m.Position.Y) * Smooth.Step(0.05f, 0.09f, m.Position.Z));
        model.Morph("tall_crest", m => m.Position + new Vector3(0, 0.035f * Smooth.Step(0.315f, 0.370f, m.Position.Y), 0));
        model.Variant("dark", new MaterialChange("Wood", new Vector3(0.45f, 0.40f, 0.38f), 0.8f));
        model.Variant("ochre", new MaterialChange("Wood", new Vector3(1f, 0.80f, 0.50f)));
        model.Variant("weathered", new MaterialChange("Wood", new Vector3(0.80f, 0.88f, 0.95f)));
        model.Variant("oiled", new MaterialChange("Wood", new Vector3(0.75f, 0.62f, 0.52f), 0.5f));
        AddLabels(model);
        return model;
    }

    private static Field Shape()
    {
        var centre = new Vector3(0, 0.180f, 0.0f);
        var face = new Ellipsoid(centre, new(0.105f, 0.170f, 0.088f)).Join(0.03f, new Ellipsoid(new(0, 0.078f, 0.020f), new(0.060f, 0.072f, 0.060f)));
        var shell = face.Meet(0.004f, new HalfSpace(new(0, 0, -0.012f), -Vector3.UnitZ));
        var brow = Tube.Along([new(0.004f, 0.222f, 0.086f, 0.0080f), new(0.030f, 0.240f, 0.080f, 0.0105f), new(0.062f, 0.236f, 0.064f, 0.0095f), new(0.086f, 0.214f, 0.040f, 0.0060f)], 6).MirrorX(0.006f);
        var nose = new SmoothUnion(0.008f,
        [
            new RoundCone(new(0, 0.232f, 0.082f), new(0, 0.150f, 0.106f), 0.0095f, 0.0165f), new Ball(new(0.0150f, 0.147f, 0.096f), 0.0115f).MirrorX(),
        ]);
        var lid = new Ellipsoid(new(0.046f, 0.196f, 0.070f), new(0.0300f, 0.0150f, 0.0165f)).Turn(new(0.046f, 0.196f, 0.070f), Vector3.UnitY, 0.50f).MirrorX();
        var slit = new RoundBox(new(0.046f, 0.1945f, 0.080f), new(0.0215f, 0.0036f, 0.04f), 0.0030f).Turn(new(0.046f, 0.1945f, 0.080f), Vector3.UnitY, 0.50f).Turn(new(0.046f, 0.1945f, 0.080f), Vector3.UnitZ, -0.10f).MirrorX();
        var lips = new Ellipsoid(new(0, 0.095f, 0.078f), new(0.0360f, 0.0180f, 0.0220f)).Cut(0.004f, new Ellipsoid(new(0, 0.0950f, 0.098f), new(0.0255f, 0.0070f, 0.030f)));
        var teeth = new SmoothUnion(0.001f, Enumerable.Range(0, 6).Select(i => (Field)new RoundBox(new(-0.0175f + 0.007f * i, 0.0985f, 0.086f - 0.0005f * (i - 2.5f) * (i - 2.5f)), new(0.0030f, 0.0050f, 0.004f), 0.0012f)));
        var ear = new SmoothUnion(0.004f, [new Ellipsoid(new(0.103f, 0.178f, 0.010f), new(0.0120f, 0.0330f, 0.0140f)), new Ring(new(0.110f, 0.128f, 0.010f), Vector3.UnitZ, 0.0125f, 0.0036f)])
            .Cut(0.004f, new Ellipsoid(new(0.112f, 0.182f, 0.022f), new(0.0080f, 0.0210f, 0.0090f))).MirrorX();
        return shell.Join(0.012f, brow).Join(0.012f, nose).Join(0.006f, lid).Join(0.008f, lips).Join(0.0015f, teeth).Join(0.006f, ear).Join(0.006f, Crest()).Join(0.0015f, Scars(face))
            .Cut(0.002f, slit)
            .Cut(0.006f, new Ellipsoid(new(0, 0.182f, -0.020f), new(0.086f, 0.150f, 0.084f)))
            .Raise(p => 0.0010f * Noise.Fractal(p * 28f, 3, 12u) - 0.0026f * Smooth.Step(0.36f, 0.5f, Noise.Fractal(p * 30f, 2, 24u)), 0.0036f, 0.4f);
    }

    private static SmoothUnion Crest() => new(0.004f, Enumerable.Range(-3, 7).Select(i =>
    {
        var turn = i * 0.21f;
        var (sin, cos) = MathF.SinCos(turn);
        var root = new Vector3(0.100f * sin, 0.180f + 0.155f * cos, 0.020f);
        var height = 0.050f - 0.007f * MathF.Abs(i);
        return (Field)new RoundCone(root, root + new Vector3(sin * 0.9f, cos, 0.0f) * height, 0.0150f, 0.0095f);
    }));

    // Rows of raised scars on the cheeks and a lozenge on the forehead.
    private static SmoothUnion Scars(Field face)
    {
        var dots = new List<Field>();
        void Dot(float x, float y, float r)
        {
            var place = face.Project(new Vector3(x, y, 0.09f), 0.09f, 0.001f);
            dots.Add(new Ball(place, r));
        }

        for (var row = 0; row < 3; row++)
            for (var i = 0; i < 4; i++)
                for (var side = -1; side <= 1; side += 2)
                    Dot(side * (0.036f + 0.0115f * i), 0.150f - 0.0135f * row - 0.002f * i, 0.0038f);
        for (var i = 0; i < 12; i++)
        {
            var t = i / 12f * 4f;
            var corner = (int)t;
            var f = t - corner;
            var (ax, ay) = corner switch { 0 => (0f, 1f), 1 => (1f, 0f), 2 => (0f, -1f), _ => (-1f, 0f) };
            var (bx, by) = corner switch { 0 => (1f, 0f), 1 => (0f, -1f), 2 => (-1f, 0f), _ => (0f, 1f) };
            Dot(0.024f * (ax + (bx - ax) * f), 0.285f + 0.026f * (ay + (by - ay) * f), 0.0036f);
        }

        return new SmoothUnion(0f, dots);
    }

    private static float Grain(Vector3 p)
    {
        var q = p + new Vector3(0.012f * Noise.Gradient(p * 12f, 31u));
        return Noise.Fractal(q * new Vector3(260f, 16f, 120f), 3, 33u);
    }

    private static float Crack(Vector3 p)
    {
        var line = MathF.Abs(p.X - 0.030f - 0.006f * Noise.Fractal(p * new Vector3(1f, 30f, 30f), 3, 55u));
        return Smooth.Step(0.0016f, 0f, line) * Smooth.Step(0.250f, 0.275f, p.Y) * Smooth.Step(0f, 0.02f, p.Z);
    }

    private static SurfaceLook Wood(SurfacePoint s)
    {
        var p = s.Position;
        var grain = Grain(p);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("4A2A17"), Rgb.Hex("855430"), 0.5f + 0.9f * grain + 0.4f * Noise.Fractal(p * 14f, 3, 5u)), 0.55f + 0.08f * grain);
        var worn = Smooth.Step(0.30f, 0.05f, s.Convexity) * Smooth.Step(-0.30f, 0.05f, Noise.Fractal(p * 26f, 4, 15u) + 0.18f);
        var white = new SurfaceLook(Rgb.Mix(Rgb.Hex("CFC3AC"), Rgb.Hex("EDE5D4"), 0.5f + grain), 0.85f);
        var red = new SurfaceLook(Rgb.Mix(Rgb.Hex("7A2618"), Rgb.Hex("A03A22"), 0.5f + grain), 0.8f);
        var black = new SurfaceLook(Rgb.Hex("17110D"), 0.6f);
        var side = MathF.Abs(p.X);
        if (p.Z > 0f && s.Normal.Z > 0f)
        {
            var eye = new Vector2((side - 0.046f) / 0.036f, (p.Y - 0.196f) / 0.021f).Length();
            if (eye < 1f)
                look = SurfaceLook.Mix(look, white, worn * 0.95f);
            else if (p.Y is > 0.222f and < 0.252f && s.Convexity > -0.1f && side < 0.09f && p.Z > 0.03f && side > 0.006f)
                look = SurfaceLook.Mix(look, black, 0.9f);
            if (new Vector2(p.X / 0.040f, (p.Y - 0.095f) / 0.021f).Length() < 1f && p.Z > 0.07f)
                look = SurfaceLook.Mix(look, MathF.Abs(p.Y - 0.0985f) < 0.006f && side < 0.022f ? white : red, worn);
            // White bars below the eyes and a red field on the forehead.
            if (p.Y is > 0.104f and < 0.158f && side is > 0.030f and < 0.080f)
                look = SurfaceLook.Mix(look, white, 0.75f * worn);
            if (side / 0.036f + MathF.Abs(p.Y - 0.285f) / 0.039f < 1f)
                look = SurfaceLook.Mix(look, red, 0.85f * worn);
            if (p.Y > 0.322f + 0.6f * side * side / 0.1f)
                look = SurfaceLook.Mix(look, black, 0.75f * worn);
        }

        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A9763F"), 0.42f), 0.5f * Smooth.Step(0.12f, 0.35f, s.Convexity));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("1B120C"), 0.9f), MathF.Max(0.75f * Smooth.Step(0.7f, 0.25f, s.Occlusion), 0.9f * Crack(p)));
        return look;
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("nose_tip", Mask, new(0, 0.148f, 0.122f), 0.02f);
        model.Keypoint("nose_root", Mask, new(0, 0.225f, 0.094f), 0.02f);
        model.Keypoint("chin", Mask, new(0, 0.010f, 0.035f), 0.02f);
        model.Keypoint("forehead", Mask, new(0, 0.290f, 0.068f), 0.02f);
        model.Keypoint("crest_top", Mask, new(0, 0.393f, 0.022f), 0.02f);
        model.Keypoint("upper_lip", Mask, new(0, 0.108f, 0.098f), 0.015f);
        model.Keypoint("lower_lip", Mask, new(0, 0.083f, 0.096f), 0.015f);
        model.KeypointPair("eye_inner", Mask, new(0.022f, 0.197f, 0.084f), 0.02f);
        model.KeypointPair("eye_outer", Mask, new(0.072f, 0.194f, 0.060f), 0.02f);
        model.KeypointPair("brow", Mask, new(0.040f, 0.246f, 0.086f), 0.02f);
        model.KeypointPair("mouth_corner", Mask, new(0.036f, 0.095f, 0.078f), 0.02f);
        model.KeypointPair("ear", Mask, new(0.114f, 0.190f, 0.010f), 0.02f);
        model.Chain("crest_top", "forehead", "nose_root", "nose_tip", "upper_lip", "lower_lip", "chin");
        foreach (var side in (string[])["left_", "right_"])
        {
            model.Chain("nose_root", side + "eye_inner", side + "eye_outer", side + "ear");
            model.Chain("upper_lip", side + "mouth_corner", "lower_lip");
            model.Chain(side + "eye_inner", side + "brow");
        }

        model.Part("mask", Mask);
    }
}
