using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>The lower 4 m of a pine: plated bark with deep cracks, root flare, dead branch stubs.</summary>
internal sealed class PineTrunk : IModel
{
    /// <inheritdoc/>
    public string Name => "pine_trunk";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var stem = Timber.Stem(4f, 0.19f, 0.135f, 5, 41u);
        Vector3[] stubs = [new(0.5f, 1.55f, 0.3f), new(-0.4f, 2.1f, 0.45f), new(0.1f, 2.75f, -0.6f), new(-0.55f, 3.2f, -0.1f), new(0.5f, 3.6f, -0.2f)];
        var branches = stubs.Select((s, i) => (Field)new RoundCone(new(0.02f, s.Y - 0.08f, 0), new(s.X * (0.6f + 0.12f * i), s.Y + 0.1f, s.Z * (0.6f + 0.12f * i)), 0.028f, 0.009f));
        var calm = stem.Join(0.03f, [.. branches]);
        return Timber.Solid(Name, calm.Raise(Plates, 0.016f, 1.2f), calm, Bark, p => 0.0025f * Noise.Fractal(p * new Vector3(70f, 30f, 70f), 4, 5u), 0.022f, 3600, 0.06f);
    }

    // Plates with cracks between them, longer than wide, flaky at the edges.
    private static float Plates(Vector3 p)
    {
        var q = Timber.Around(p, 6.5f, 17f) + new Vector3(0.5f * Noise.Gradient(p * 9f, 3u), 0.4f * Noise.Gradient(p * 7f, 4u), 0.5f * Noise.Gradient(p * 9f, 6u));
        var (nearest, second) = Noise.Cells(q, 7u);
        return 0.016f * (Smooth.Step(0.02f, 0.30f, second - nearest) - 1f);
    }

    private static SurfaceLook Bark(SurfacePoint s)
    {
        var p = s.Position;
        var deep = Smooth.Step(-0.004f, -0.015f, Plates(p));
        var flake = Noise.Fractal(Timber.Around(p, 22f, 46f), 4, 9u);
        var old = Rgb.Mix(Rgb.Hex("6E5A4A"), Rgb.Hex("9A8574"), 0.5f + flake);
        var young = Rgb.Mix(Rgb.Hex("80583F"), Rgb.Hex("A88262"), 0.5f + flake);
        var look = new SurfaceLook(Rgb.Mix(old, young, Smooth.Step(1.8f, 4.2f, p.Y + 0.8f * Noise.Fractal(p * 3f, 2, 12u))), 0.9f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("2B1D15"), 0.95f), 0.85f * deep);
        look = Timber.Lichen(look, p, 16f, 0.1f);
        return Timber.Moss(look, s, -0.30f - 0.45f * Smooth.Step(0.1f, 0.9f, p.Y));
    }
}
