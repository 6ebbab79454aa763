using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>
/// The inside of an insufflated abdomen, 0.36 m long (Z), 0.30 m wide and 0.22 m high, its floor near y = 0: a dome of peritoneum with
/// vessels and folds, a floor of fatty omentum and loops of gut. It is seen from inside; from outside it is not there at all.
/// </summary>
internal sealed class AbdominalCavity : IModel
{
    /// <inheritdoc/>
    public string Name => "abdominal_cavity";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var model = new ModelDescription(Name, "scenery") { OcclusionReach = 0.03f, Labeled = false, TextureSize = 2048, TextureQuality = 85 };
        model.Node("Walls", null, 0, 0, 0);
        model.Material("Peritoneum");
        model.Solids.Add(new Solid
        {
            Name = "Walls", Material = "Peritoneum", Node = "Walls", Field = new Inverted(Hollow()), Look = Look, Cell = 0.0042f, Triangles = 14000, WearScale = 0.006f,
            Relief = p => 0.00035f * Noise.Fractal(p * 330f, 3, 5u) + 0.0006f * Vessels(p),
        });
        return model;
    }

    private static Field Hollow()
    {
        var dome = new Ellipsoid(new(0, 0.04f, 0), new(0.150f, 0.180f, 0.180f)).Meet(0.03f, new HalfSpace(new(0, -0.012f, 0), -Vector3.UnitY));
        // Two flanks, a pelvis in front, and the ribs' arch behind.
        Field hollow = dome.Raise(p => 0.006f * Noise.Fractal(p * 18f, 3, 11u), 0.005f, 0.25f);
        return hollow.Cut(0.012f, Fat()).Cut(0.010f, Ligament());
    }

    // Lobules in clusters all over the floor, higher at the sides.
    private static SmoothUnion Fat()
    {
        var chance = new Chance(17u);
        var lobes = new List<Field>();
        for (var i = 0; i < 130; i++)
        {
            var place = chance.Sideways() * (0.15f * MathF.Sqrt(chance.Unit())) * new Vector3(1f, 1f, 1.15f);
            var lift = 0.20f * place.LengthSquared() / 0.15f;
            var radius = chance.Between(0.007f, 0.017f);
            lobes.Add(new Ellipsoid(place + new Vector3(0, lift - 0.010f, 0), new Vector3(radius * chance.Between(1f, 1.6f), radius * 0.85f, radius * chance.Between(1f, 1.6f))));
        }

        return new SmoothUnion(0.006f, lobes);
    }

    // The falciform fold that hangs from the dome.
    private static Field Ligament() => new SmoothUnion(0.01f, Enumerable.Range(0, 6).Select(i =>
        (Field)new RoundCone(new(0.012f * MathF.Sin(i * 1.1f), 0.232f - 0.002f * i, -0.05f - 0.018f * i), new(0.016f * MathF.Sin(i * 1.3f), 0.196f - 0.006f * i, -0.05f - 0.021f * i), 0.006f, 0.003f)));

    private static float Vessels(Vector3 p)
    {
        var bent = p * 24f + 0.5f * new Vector3(Noise.Gradient(p * 40f, 21u), Noise.Gradient(p * 40f, 22u), Noise.Gradient(p * 40f, 23u));
        var large = Smooth.Step(0.030f, 0.010f, MathF.Abs(Noise.Gradient(bent, 17u)));
        return large * Smooth.Step(-0.15f, 0.25f, Noise.Gradient(p * 14f, 25u));
    }

    private static SurfaceLook Look(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(p * 22f, 4, 3u);
        var wall = new SurfaceLook(Rgb.Mix(Rgb.Hex("A8483E"), Rgb.Hex("DC8F7E"), 0.5f + 0.9f * cloud), 0.32f);
        // Muscle fibres shine through the peritoneum of the dome.
        wall = SurfaceLook.Mix(wall, new SurfaceLook(Rgb.Hex("8E2E28"), 0.35f), 0.45f * Smooth.Step(0.0f, 0.4f, Noise.Gradient(new Vector3(p.X * 160f, p.Y * 40f, p.Z * 14f), 7u)));
        wall = SurfaceLook.Mix(wall, new SurfaceLook(Rgb.Hex("E8D2B8"), 0.3f), 0.5f * Smooth.Step(0.12f, 0.38f, Noise.Fractal(p * 13f, 3, 9u)));
        var fine = Noise.Fractal(p * 260f, 2, 13u);
        var fat = new SurfaceLook(Rgb.Mix(Rgb.Hex("D69A48"), Rgb.Hex("F2D694"), 0.55f + 0.8f * cloud + 0.4f * fine), 0.27f);
        fat = SurfaceLook.Mix(fat, new SurfaceLook(Rgb.Hex("B5602E"), 0.3f), 0.75f * Smooth.Step(0.02f, -0.16f, s.Convexity) + 0.3f * Smooth.Step(0.8f, 0.4f, s.Occlusion));
        var look = SurfaceLook.Mix(wall, fat, Smooth.Step(0.0035f, 0.0005f, Fat().Within(p, 0.02f).Distance(p)));
        var blood = Vessels(p);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("7E1A1C"), Rgb.Hex("5A3A66"), Smooth.Step(-0.1f, 0.1f, Noise.Gradient(p * 9f, 31u))), 0.25f), 0.8f * blood);
        var net = Smooth.Step(0.05f, 0f, MathF.Abs(Noise.Gradient(p * 75f + new Vector3(0.5f * Noise.Gradient(p * 150f, 41u)), 43u))) * Smooth.Step(0f, 0.3f, Noise.Gradient(p * 20f, 45u));
        return SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("A02A26"), 0.28f), 0.45f * net);
    }
}
