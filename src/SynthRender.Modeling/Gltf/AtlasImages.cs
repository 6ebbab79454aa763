using SynthRender.Modeling.Textures;

namespace SynthRender.Modeling.Gltf;

/// <summary>A model's three maps as JPEG files.</summary>
/// <param name="Color">Base colour.</param>
/// <param name="Normal">Tangent-space normals.</param>
/// <param name="Surface">Occlusion, roughness and metalness.</param>
internal sealed record AtlasImages(byte[] Color, byte[] Normal, byte[] Surface)
{
    /// <param name="baked">The maps.</param>
    /// <param name="quality">JPEG quality of colours and normals, 1 to 100.</param>
    public static AtlasImages Of(BakedTextures baked, int quality) => new(
        ImageCoder.Color(baked.Color, baked.Size, quality), ImageCoder.Normal(baked.Normal, baked.Size, quality), ImageCoder.Linear(baked.Surface, baked.Size, 85));
}
