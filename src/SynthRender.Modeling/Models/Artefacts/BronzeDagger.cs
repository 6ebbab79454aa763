using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Artefacts;

/// <summary>A bronze-age dagger, 0.36 m long, point up: leaf blade with a midrib and grooves, riveted guard, bone grip, pommel; green patina.</summary>
public sealed class BronzeDagger : IModel
{
    /// <inheritdoc/>
    public string Name => "bronze_dagger";

    /// <inheritdoc/>
    public string Family => "artefacts";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "artefact") { OcclusionReach = 0.02f };
        model.Node("Dagger", null, 0, 0, 0);
        model.Material("Bronze");
        model.Material("Grip");
        model.Solids.Add(new Solid
        {
            Name = "Blade", Material = "Bronze", Node = "Dagger", Field = Blade(), Look = Bronze, Cell = 0.00105f, Triangles = 7000, WearScale = 0.003f,
            Relief = p => 0.00022f * Noise.Fractal(p * 230f, 4, 2u) - 0.0003f * Smooth.Step(0.25f, 0.45f, Noise.Fractal(p * 150f, 3, 4u)),
        });
        model.Solids.Add(new Solid
        {
            Name = "Hilt", Material = "Bronze", Node = "Dagger", Field = Hilt(), Look = Bronze, Cell = 0.0010f, Triangles = 4200, WearScale = 0.003f,
            Relief = p => 0.00018f * Noise.Fractal(p * 260f, 4, 2u),
        });
        model.Solids.Add(new Solid
        {
            Name = "Grip", Material = "Grip", Node = "Dagger", Field = Grip(), Look = Bone, Cell = 0.0011f, Triangles = 2400, WearScale = 0.003f,
            Relief = p => 0.00015f * Noise.Fractal(p * new Vector3(400f, 60f, 400f), 3, 12u),
        });
        model.Morph("broad_blade", m => m.Solid == "Blade" ? m.Position with { X = m.Position.X * (1f + 0.22f * Smooth.Step(0.125f, 0.16f, m.Position.Y)) } : m.Position);
        model.Morph("long_blade", m => m.Solid == "Blade" && m.Position.Y > 0.14f ? m.Position with { Y = 0.14f + (m.Position.Y - 0.14f) * 1.25f } : m.Position);
        model.Morph("bent", m => m.Solid == "Blade" ? m.Position + new Vector3(0, 0, 0.022f) * MathF.Pow(Smooth.Step(0.16f, 0.42f, m.Position.Y), 1.3f) : m.Position);
        model.Morph("notched", m => m.Solid == "Blade" ? m.Position - new Vector3(MathF.Sign(m.Position.X) * 0.0035f, 0, 0)
            * Smooth.Step(0.012f, 0.018f, MathF.Abs(m.Position.X)) * Smooth.Step(0.15f, 0.5f, Noise.Gradient(m.Position * 120f, 5u)) : m.Position);
        model.Variant("polished", new MaterialChange("Bronze", new Vector3(1f, 0.92f, 0.80f), 0.55f));
        model.Variant("black_patina", new MaterialChange("Bronze", new Vector3(0.30f, 0.30f, 0.31f)));
        model.Variant("dark_bone", new MaterialChange("Grip", new Vector3(0.45f, 0.34f, 0.26f)));
        model.Variant("encrusted", new MaterialChange("Bronze", new Vector3(0.72f, 0.95f, 0.85f), 1f, 0.3f));
        model.DiscreteSymmetries.Add(Matrix4x4.CreateRotationY(MathF.PI));
        AddLabels(model);
        return model;
    }

    private static float HalfWidth(float y)
    {
        var t = Math.Clamp((y - 0.118f) / 0.245f, 0f, 1f);
        return MathF.Max(0f, (0.0265f - 0.0100f * MathF.Sin(t * 2.6f) + 0.0085f * MathF.Sin(MathF.Max(0f, t - 0.2f) * 3.6f)) * MathF.Sqrt(MathF.Max(0f, 1f - MathF.Pow(t, 3.2f))));
    }

    private static Field Blade()
    {
        var edge = new List<Vector2>();
        for (var i = 0; i <= 30; i++)
            edge.Add(new Vector2(HalfWidth(0.118f + 0.245f * i / 30f), 0.118f + 0.245f * i / 30f));
        edge[^1] = new Vector2(0.0004f, 0.3635f);
        Vector2[] outline = [.. edge, .. edge.AsEnumerable().Reverse().Select(p => p with { X = -p.X })];
        var flat = new Extruded(Outline.Through(outline), Vector3.Zero, 0.0046f, 0.0003f);
        // Ground to an edge on both sides: thinner with the distance from the middle.
        Field bevel(float side) => new HalfSpace(new(0, 0, side * 0.0030f), Vector3.Normalize(new Vector3(0.10f, 0, side)))
            .Meet(0f, new HalfSpace(new(0, 0, side * 0.0030f), Vector3.Normalize(new Vector3(-0.10f, 0, side))));
        var rib = new RoundCone(new(0, 0.112f, 0), new(0, 0.350f, 0), 0.0047f, 0.0016f);
        Field groove(float z) => Tube.Along([new(0.0110f, 0.120f, z, 0.0012f), new(0.0085f, 0.20f, z, 0.0011f), new(0.0060f, 0.30f, z, 0.0007f)], 5).MirrorX();
        return flat.Meet(0.0003f, bevel(1f)).Meet(0.0003f, bevel(-1f)).Join(0.0015f, rib).Cut(0.0006f, groove(0.0032f)).Cut(0.0006f, groove(-0.0032f))
            .Raise(p => -0.0016f * Smooth.Step(0.30f, 0.55f, Noise.Fractal(p * 55f, 2, 31u)) * Smooth.Step(0.010f, 0.018f, MathF.Abs(p.X)) + 0.00025f * Noise.Fractal(p * 70f, 3, 8u), 0.002f, 0.35f);
    }

    private static Field Hilt()
    {
        var guard = new Extruded(Outline.Smooth(
        [
            new(-0.0255f, 0.108f), new(-0.0120f, 0.1005f), new(0, 0.0990f), new(0.0120f, 0.1005f), new(0.0255f, 0.108f), new(0.0300f, 0.120f), new(0.0285f, 0.136f), new(0.0200f, 0.139f),
            new(0.0120f, 0.128f), new(0, 0.1230f), new(-0.0120f, 0.128f), new(-0.0200f, 0.139f), new(-0.0285f, 0.136f), new(-0.0300f, 0.120f),
        ], 4), Vector3.Zero, 0.0075f, 0.0022f);
        Vector2[] rivets = [new(-0.0205f, 0.124f), new(-0.0085f, 0.1145f), new(0.0085f, 0.1145f), new(0.0205f, 0.124f)];
        var heads = rivets.Select(r => (Field)new Ball(new(r.X, r.Y, 0.0062f), 0.0032f).Join(0f, new Ball(new(r.X, r.Y, -0.0062f), 0.0032f)));
        var pommel = new Ellipsoid(new(0, 0.0085f, 0), new(0.0220f, 0.0085f, 0.0150f)).Join(0.003f, new RoundCylinder(new(0, 0.012f, 0), new(0, 0.022f, 0), 0.0115f, 0.002f));
        return new SmoothUnion(0f, [guard, pommel]).Join(0.0008f, [.. heads]).Raise(p => 0.0003f * Noise.Fractal(p * 80f, 3, 8u), 0.0006f, 0.1f);
    }

    private static Field Grip() => new Revolved(Outline.Smooth(
    [
        new(-0.006f, 0.0195f), new(0.0090f, 0.0195f), new(0.0112f, 0.026f), new(0.0125f, 0.045f), new(0.0138f, 0.062f), new(0.0125f, 0.080f), new(0.0118f, 0.095f), new(0.0130f, 0.1035f), new(-0.006f, 0.1035f),
    ], 5), Vector3.Zero).Stretch(Vector3.Zero, new Vector3(1f, 1f, 0.78f))
        .Cut(0.0008f, new SmoothUnion(0f, [new Ring(new(0, 0.034f, 0), Vector3.UnitY, 0.0128f, 0.0011f), new Ring(new(0, 0.039f, 0), Vector3.UnitY, 0.0132f, 0.0011f), new Ring(new(0, 0.088f, 0), Vector3.UnitY, 0.0130f, 0.0011f)])
            .Stretch(Vector3.Zero, new Vector3(1f, 1f, 0.78f)));

    private static SurfaceLook Bronze(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 42f, 4, 6u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("7A5428"), Rgb.Hex("B08345"), 0.5f + cloud), 0.36f + 0.1f * cloud, 1f);
        var patina = Smooth.Step(-0.12f, 0.16f, cloud + 0.22f * Noise.Fractal(p * 160f, 3, 16u) - 0.7f * MathF.Max(0f, s.Convexity));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("2E4A3A"), Rgb.Hex("6E9A7C"), 0.5f + Noise.Fractal(p * 120f, 3, 18u)), 0.75f, 0.15f), 0.92f * patina);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("9CC3AE"), 0.9f, 0f), 0.8f * Smooth.Step(0.30f, 0.42f, Noise.Fractal(p * 90f, 3, 26u)));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("1E1A14"), 0.8f, 0.2f), 0.7f * Smooth.Step(0.7f, 0.3f, s.Occlusion));
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("C79A58"), 0.28f, 1f), 0.75f * Smooth.Step(0.35f, 0.6f, s.Convexity));
    }

    private static SurfaceLook Bone(SurfacePoint s)
    {
        var p = s.Position;
        var fibre = Noise.Fractal(p * new Vector3(300f, 30f, 300f), 3, 12u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("B79B6E"), Rgb.Hex("E2D2AE"), 0.5f + 0.8f * fibre), 0.5f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("5A4026"), 0.7f), 0.7f * Smooth.Step(0.8f, 0.4f, s.Occlusion) + 0.5f * Smooth.Step(0.2f, 0.5f, Noise.Fractal(p * 60f, 3, 9u)));
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("33241A"), 0.8f), 0.8f * Smooth.Step(-0.08f, -0.25f, s.Convexity));
    }

    private static void AddLabels(ModelDescription model)
    {
        model.Keypoint("point", "Blade", new(0, 0.3635f, 0), 0.008f);
        model.KeypointPair("blade_middle", "Blade", new(0.0195f, 0.240f, 0), 0.008f);
        model.KeypointPair("blade_root", "Blade", new(0.0225f, 0.145f, 0), 0.010f);
        model.Keypoint("rib_front", "Blade", new(0, 0.200f, 0.0040f), 0.006f);
        model.KeypointPair("guard", "Hilt", new(0.0310f, 0.124f, 0), 0.010f);
        model.Keypoint("grip_front", "Grip", new(0, 0.062f, 0.0108f), 0.010f);
        model.KeypointPair("grip", "Grip", new(0.0138f, 0.062f, 0), 0.010f);
        model.KeypointPair("pommel", "Hilt", new(0.0220f, 0.0085f, 0), 0.010f);
        model.Keypoint("pommel_end", "Hilt", new(0, 0, 0), 0.010f);
        model.Chain("point", "rib_front", "grip_front", "pommel_end");
        foreach (var side in (string[])["left_", "right_"])
            model.Chain("point", side + "blade_middle", side + "blade_root", side + "guard", side + "grip", side + "pommel");
        model.Part("dagger", "Dagger");
    }
}
