using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>The lower 4 m of a birch: white bark with dark lenticels, black fissures at the foot, scars of branches.</summary>
internal sealed class BirchTrunk : IModel
{
    private static readonly Vector3[] Scars = [new(0.11f, 1.1f, 0.03f), new(-0.08f, 1.7f, 0.08f), new(0.02f, 2.3f, -0.1f), new(-0.1f, 2.8f, -0.03f), new(0.08f, 3.3f, 0.06f), new(0.0f, 1.4f, -0.12f)];

    /// <inheritdoc/>
    public string Name => "birch_trunk";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var stem = Timber.Stem(4f, 0.135f, 0.095f, 4, 53u);
        var branches = Scars.Take(4).Select((s, i) => (Field)new RoundCone(new(0, s.Y - 0.04f, 0), new(s.X * (2.2f + i), s.Y + 0.14f, s.Z * (2.2f + i)), 0.020f, 0.006f));
        var calm = stem.Join(0.03f, [.. branches]);
        return Timber.Solid(Name, calm.Raise(Fissures, 0.012f, 1.0f), calm, Bark, p => 0.0008f * Noise.Fractal(p * new Vector3(40f, 160f, 40f), 3, 5u), 0.020f, 3200, 0.06f);
    }

    private static float Rough(Vector3 p) => Smooth.Step(1.0f, 0.25f, p.Y + 0.5f * Noise.Fractal(p * 5f, 3, 15u));

    private static float Fissures(Vector3 p)
    {
        var rough = Rough(p);
        if (rough <= 0f)
            return 0f;
        var (nearest, second) = Noise.Cells(Timber.Around(p, 9f, 22f) + new Vector3(0.4f * Noise.Gradient(p * 11f, 3u)), 7u);
        return 0.012f * rough * (Smooth.Step(0.02f, 0.3f, second - nearest) - 1f);
    }

    private static SurfaceLook Bark(SurfacePoint s)
    {
        var p = s.Position;
        var cloud = Noise.Fractal(Timber.Around(p, 14f, 5f), 4, 9u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("B9B2A4"), Rgb.Hex("EFEBE2"), 0.62f + cloud), 0.62f);
        // Pink and grey where the paper peels.
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("B48F74"), 0.7f), 0.55f * Smooth.Step(0.22f, 0.40f, Noise.Fractal(Timber.Around(p, 9f, 4f), 3, 19u)));
        var dash = Noise.Gradient(Timber.Around(p, 95f, 9f), 21u) + 0.3f * Noise.Gradient(Timber.Around(p, 30f, 3f), 22u);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("3B342E"), 0.85f), 0.85f * Smooth.Step(0.42f, 0.56f, dash));
        foreach (var scar in Scars)
        {
            var off = (p - scar) * new Vector3(1f, 1.6f, 1f);
            var mark = Smooth.Step(0.085f, 0.05f, off.Length() + 0.03f * Noise.Fractal(p * 30f, 3, 25u));
            look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("231E1B"), 0.9f), 0.9f * mark);
        }

        var rough = Rough(p) * Smooth.Step(-0.15f, 0.2f, 0.25f - Fissures(p) * 40f + Noise.Fractal(p * 14f, 3, 27u));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("1E1A18"), Rgb.Hex("57504A"), 0.5f + cloud), 0.92f), 0.85f * rough);
        return Timber.Moss(look, s, -0.42f - 0.4f * Smooth.Step(0.05f, 0.6f, p.Y));
    }
}
