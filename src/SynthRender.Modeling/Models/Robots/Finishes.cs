using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Robots;

/// <summary>Paint, metal and plastic as machines wear them.</summary>
internal static class Finishes
{
    /// <summary>Light enamel, meant to be tinted by the material's factor: chipped to primer on edges, grimy in corners.</summary>
    public static SurfaceLook Paint(SurfacePoint s)
    {
        var cloud = Noise.Fractal(s.Position * 14f, 3, 3u);
        var look = new SurfaceLook(new Vector3(0.86f + 0.05f * cloud), 0.36f + 0.08f * cloud);
        var grime = Smooth.Step(0.75f, 0.30f, s.Occlusion) * 0.5f + 0.18f * Smooth.Step(0.15f, 0.5f, cloud);
        look = SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.10f, 0.09f, 0.08f), 0.7f), grime);
        var chip = Smooth.Step(0.20f, 0.32f, s.Convexity + 0.22f * Noise.Fractal(s.Position * 55f, 3, 7u));
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.33f, 0.33f, 0.34f), 0.45f, 0.7f), 0.8f * chip);
    }

    /// <summary>Machined aluminium or steel, brushed along <paramref name="grain"/>.</summary>
    public static Func<SurfacePoint, SurfaceLook> Metal(Vector3 tint, Vector3 grain, float roughness = 0.34f) => s =>
    {
        var brush = Noise.Gradient(s.Position * (new Vector3(900f) - grain * 860f), 5u);
        var look = new SurfaceLook(tint * (1f + 0.10f * brush), roughness + 0.06f * brush, 1f);
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.05f, 0.045f, 0.04f), 0.6f, 0.2f), 0.7f * Smooth.Step(0.65f, 0.25f, s.Occlusion));
    };

    /// <summary>Moulded plastic or rubber with fine grain and dust.</summary>
    public static Func<SurfacePoint, SurfaceLook> Plastic(Vector3 tint, float roughness = 0.55f) => s =>
    {
        var cloud = Noise.Fractal(s.Position * 25f, 3, 11u);
        var look = new SurfaceLook(tint * (1f + 0.15f * cloud), roughness + 0.08f * cloud);
        var rub = Smooth.Step(0.15f, 0.35f, s.Convexity);
        look = SurfaceLook.Mix(look, look with { Color = tint * 1.8f + new Vector3(0.03f), Roughness = roughness * 0.8f }, 0.5f * rub);
        return SurfaceLook.Mix(look, new SurfaceLook(new Vector3(0.20f, 0.18f, 0.16f), 0.9f), 0.25f * Smooth.Step(0.1f, 0.5f, cloud));
    };

    /// <summary>Orange-peel of sprayed paint, as relief.</summary>
    public static float OrangePeel(Vector3 p) => 0.00012f * Noise.Gradient(p * 260f, 13u);

    /// <summary>Fine grain of moulded parts, as relief.</summary>
    public static float Grain(Vector3 p) => 0.00010f * Noise.Gradient(p * 700f, 17u);
}
