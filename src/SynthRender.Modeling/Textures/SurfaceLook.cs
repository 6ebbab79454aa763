using System.Numerics;

namespace SynthRender.Modeling.Textures;

/// <summary>What a material looks like at a place.</summary>
/// <param name="Color">Base colour, linear.</param>
/// <param name="Roughness">Perceptual roughness, 0 to 1.</param>
/// <param name="Metallic">0 for dielectrics, 1 for metals.</param>
public readonly record struct SurfaceLook(Vector3 Color, float Roughness, float Metallic = 0f)
{
    /// <summary>Between two looks.</summary>
    public static SurfaceLook Mix(SurfaceLook a, SurfaceLook b, float t)
    {
        t = Math.Clamp(t, 0f, 1f);
        return new SurfaceLook(Vector3.Lerp(a.Color, b.Color, t), a.Roughness + (b.Roughness - a.Roughness) * t,
            a.Metallic + (b.Metallic - a.Metallic) * t);
    }
}
