using System.Numerics;
using SynthRender.Modeling.Building;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Scenery;

/// <summary>A fallen trunk along X, 2.4 m long: cracked bark that has come off in places, broken branch stubs, moss on top.</summary>
internal sealed class FallenLog : IModel
{
    private static readonly Vector3 Left = new(-1.2f, 0.155f, 0.04f);
    private static readonly Vector3 Right = new(1.2f, 0.135f, -0.06f);

    /// <inheritdoc/>
    public string Name => "fallen_log";

    /// <inheritdoc/>
    public string Family => "scenery";

    /// <inheritdoc/>
    public ModelDescription Describe()
    {
        var log = new RoundCone(Left, Right, 0.17f, 0.14f).Meet(0.01f, new HalfSpace(Left + new Vector3(0.06f, 0, 0), Vector3.Normalize(new Vector3(-1f, 0.25f, 0.1f))))
            .Meet(0.01f, new HalfSpace(Right - new Vector3(0.05f, 0, 0), Vector3.Normalize(new Vector3(1f, -0.2f, 0.15f))));
        var stubs = new Field[] { new RoundCone(new(-0.4f, 0.2f, 0), new(-0.25f, 0.47f, 0.12f), 0.035f, 0.022f), new RoundCone(new(0.35f, 0.15f, 0), new(0.52f, 0.30f, -0.34f), 0.03f, 0.012f), new RoundCone(new(0.8f, 0.16f, 0), new(0.9f, 0.34f, 0.10f), 0.026f, 0.016f) };
        var calm = log.Join(0.04f, stubs);
        return Timber.Solid(Name, calm.Raise(Bark, 0.014f, 1.1f), calm, Look, p => 0.002f * Noise.Fractal(p * new Vector3(25f, 90f, 90f), 4, 5u), 0.019f, 3600, 0.06f);
    }

    private static float Bare(Vector3 p) => Smooth.Step(0.10f, 0.22f, Noise.Fractal(p * new Vector3(2.2f, 4f, 4f), 3, 33u));

    private static float Bark(Vector3 p)
    {
        if (AtEnd(p))
            return 0.006f * Noise.Fractal(p * 30f, 3, 35u);
        var (nearest, second) = Noise.Cells(p * new Vector3(7f, 19f, 19f) + new Vector3(0.4f * Noise.Gradient(p * 9f, 3u)), 7u);
        return 0.014f * ((1f - Bare(p)) * Smooth.Step(0.02f, 0.3f, second - nearest) - 1f);
    }

    private static bool AtEnd(Vector3 p) => p.X < -1.06f || p.X > 1.10f;

    private static SurfaceLook Look(SurfacePoint s)
    {
        var p = s.Position;
        var fibre = Noise.Fractal(p * new Vector3(9f, 80f, 80f), 4, 9u);
        var look = new SurfaceLook(Rgb.Mix(Rgb.Hex("4A3B30"), Rgb.Hex("7C6858"), 0.5f + fibre), 0.92f);
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Mix(Rgb.Hex("8A7458"), Rgb.Hex("B8A384"), 0.5f + fibre), 0.85f), Bare(p));
        look = SurfaceLook.Mix(look, new SurfaceLook(Rgb.Hex("241A13"), 0.95f), 0.8f * Smooth.Step(-0.006f, -0.013f, Bark(p)) * (1f - Bare(p)));
        if (MathF.Abs(s.Normal.X) > 0.6f && AtEnd(p))
        {
            // The broken ends show rings around the pith.
            var t = (p.X - Left.X) / (Right.X - Left.X);
            var pith = Vector3.Lerp(Left, Right, t) + new Vector3(0, 0.012f, 0.01f);
            var ring = MathF.Sin((new Vector2(p.Y - pith.Y, p.Z - pith.Z).Length() + 0.004f * Noise.Fractal(p * 20f, 2, 37u)) * 700f);
            look = new SurfaceLook(Rgb.Mix(Rgb.Hex("7A5C3A"), Rgb.Hex("B4946A"), 0.5f + 0.25f * ring + 0.5f * fibre), 0.88f);
        }

        return Timber.Moss(Timber.Lichen(look, p, 14f, 0.1f), s, -0.02f);
    }
}
