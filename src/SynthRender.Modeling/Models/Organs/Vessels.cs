using System.Numerics;
using SynthRender.Modeling.Fields;
using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Models.Organs;

/// <summary>Vessels as surfaces show them.</summary>
internal static class Vessels
{
    public static SurfaceLook Artery(float blotch) => new(Rgb.Mix(Rgb.Hex("B0342C"), Rgb.Hex("CE6A58"), 0.5f + blotch), 0.30f);

    public static SurfaceLook Vein(float blotch) => new(Rgb.Mix(Rgb.Hex("3F5288"), Rgb.Hex("6A78A8"), 0.5f + blotch), 0.30f);

    public static SurfaceLook Fat(Vector3 p) => new(Rgb.Mix(Rgb.Hex("D9AE62"), Rgb.Hex("EBCF95"), 0.5f + Noise.Fractal(p * 260f, 2, 13u)), 0.36f);

    /// <summary>A vessel that was cut across: its end flat, with the lumen open.</summary>
    /// <param name="vessel">The vessel, longer than the cut.</param>
    /// <param name="end">The middle of the cut.</param>
    /// <param name="outward">The vessel's direction there, of any length.</param>
    /// <param name="radius">Its radius there, metres.</param>
    public static Field Opened(Field vessel, Vector3 end, Vector3 outward, float radius)
    {
        var along = Vector3.Normalize(outward) * radius;
        return vessel.Cut(0.0004f, new RoundCylinder(end, end + along * 2.5f, radius * 1.35f, 0f))
            .Cut(0.0008f, new RoundCylinder(end - along * 2.2f, end + along, radius * 0.68f, radius * 0.2f));
    }

    /// <summary>A net of fine dark threads: 1 on a thread, 0 between.</summary>
    /// <param name="p">Place in metres.</param>
    /// <param name="frequency">Threads per metre, about.</param>
    public static float Net(Vector3 p, float frequency)
    {
        var bent = p * frequency + 0.7f * new Vector3(Noise.Gradient(p * frequency * 2.1f, 21u), Noise.Gradient(p * frequency * 2.1f, 22u), Noise.Gradient(p * frequency * 2.1f, 23u));
        return Smooth.Step(0.05f, 0.0f, MathF.Abs(Noise.Gradient(bent, 17u))) * Smooth.Step(-0.2f, 0.3f, Noise.Gradient(p * frequency * 0.6f, 25u));
    }
}
