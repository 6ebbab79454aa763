using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>Stems, and what grows on stems and stones.</summary>
internal static class Timber
{
    /// <summary>Begins a piece of scenery that is one solid.</summary>
    public static ModelDescription Solid(string name, Field field, Field meshField, Func<SurfacePoint, SurfaceLook> look, Func<Vector3, float> relief, float cell, int triangles, float occlusion)
    {
        var model = new ModelDescription(name, "scenery") { OcclusionReach = occlusion, Labeled = false, TextureSize = 1024, TextureQuality = 85 };
        model.Node("Whole", null, 0, 0, 0);
        model.Material("Surface");
        model.Solids.Add(new Solid
        {
            Name = "Surface", Material = "Surface", Node = "Whole", Field = field, MeshField = meshField, Look = look, Relief = relief, Cell = cell, Triangles = triangles, WearScale = 0.6f * cell,
        });
        return model;
    }

    /// <summary>An upright stem from below the ground, with roots that spread from its foot.</summary>
    public static Field Stem(float height, float foot, float top, int roots, uint seed)
    {
        var chance = new Chance(seed);
        List<Field> parts = [new RoundCone(new(0, -0.1f, 0), new(0.05f, height, -0.03f), foot, top)];
        for (var i = 0; i < roots; i++)
        {
            var (sin, cos) = MathF.SinCos((i + chance.Between(-0.25f, 0.25f)) * MathF.Tau / roots);
            var way = new Vector3(sin, 0, cos);
            var reach = foot * chance.Between(1.5f, 2.3f);
            parts.Add(Tube.Along([new(way.X * foot * 0.5f, 0.34f, way.Z * foot * 0.5f, foot * 0.34f), new(way.X * foot, 0.10f, way.Z * foot, foot * 0.36f), new(way.X * reach, -0.04f, way.Z * reach, foot * 0.22f)], 4));
        }

        return new SmoothUnion(foot * 0.55f, parts).Meet(0f, new HalfSpace(new(0, -0.05f, 0), -Vector3.UnitY));
    }

    /// <summary>A place on a stem's mantle: around it and along it, metres; seamless around, being a place in space.</summary>
    public static Vector3 Around(Vector3 p, float along, float around) => new(p.X * around, p.Y * along, p.Z * around);

    /// <summary>Moss where it is damp: on tops, in corners, near the ground.</summary>
    public static SurfaceLook Moss(SurfaceLook under, SurfacePoint s, float much)
    {
        var p = s.Position;
        var patch = Noise.Fractal(p * 7f, 4, 61u) + 0.35f * s.Normal.Y + 0.3f * (1f - s.Occlusion) + much;
        var moss = new SurfaceLook(Rgb.Mix(Rgb.Hex("2E3A14"), Rgb.Hex("6E7C2C"), 0.5f + Noise.Fractal(p * 90f, 3, 63u)), 0.95f);
        return SurfaceLook.Mix(under, moss, 0.9f * Smooth.Step(0.15f, 0.42f, patch));
    }

    /// <summary>Pale spots of lichen.</summary>
    public static SurfaceLook Lichen(SurfaceLook under, Vector3 p, float frequency, float much)
    {
        var (nearest, _) = Noise.Cells(p * frequency + new Vector3(0.3f * Noise.Fractal(p * frequency * 3f, 2, 67u)), 69u);
        var spot = Smooth.Step(0.42f, 0.30f, nearest + 0.25f * Noise.Fractal(p * frequency * 6f, 2, 71u)) * Smooth.Step(0.2f - much, 0.35f - much, Noise.Fractal(p * frequency * 0.4f, 2, 73u));
        return SurfaceLook.Mix(under, new SurfaceLook(Rgb.Mix(Rgb.Hex("8E9480"), Rgb.Hex("B9BCA4"), 0.5f + Noise.Gradient(p * 300f, 75u)), 0.92f), 0.75f * spot);
    }
}
