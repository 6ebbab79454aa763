using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Materials;

/// <summary>Puts textures into a material's slots, by name of the slot.</summary>
public static class MaterialTexturing
{
    private static readonly ImmutableArray<MaterialSlot> Whole =
        [MaterialSlot.BaseColor, MaterialSlot.Normal, MaterialSlot.MetallicRoughness, MaterialSlot.Occlusion];

    /// <summary>The material with another texture in a slot, its factors as they are; null takes the texture away.</summary>
    public static Material With(this Material material, MaterialSlot slot, TextureSlot? texture) => slot switch
    {
        MaterialSlot.BaseColor => material with { BaseColorTexture = texture },
        MaterialSlot.Normal => material with { NormalTexture = texture },
        MaterialSlot.MetallicRoughness => material with { MetallicRoughnessTexture = texture },
        MaterialSlot.Occlusion => material with { OcclusionTexture = texture },
        MaterialSlot.Emissive => material with { EmissiveTexture = texture },
        MaterialSlot.Specular => material with { SpecularTexture = texture },
        MaterialSlot.SpecularColor => material with { SpecularColorTexture = texture },
        MaterialSlot.Clearcoat => material with { ClearcoatTexture = texture },
        MaterialSlot.ClearcoatRoughness => material with { ClearcoatRoughnessTexture = texture },
        MaterialSlot.ClearcoatNormal => material with { ClearcoatNormalTexture = texture },
        MaterialSlot.SheenColor => material with { SheenColorTexture = texture },
        MaterialSlot.SheenRoughness => material with { SheenRoughnessTexture = texture },
        MaterialSlot.Transmission => material with { TransmissionTexture = texture },
        MaterialSlot.Thickness => material with { ThicknessTexture = texture },
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "There is no such slot."),
    };

    /// <summary>
    /// The material with a texture made on the device in place of its own colour, roughness, metalness, normals and occlusion; its layers,
    /// emission, reflectance and alpha factor stay. The alpha of its base colour texture goes.
    /// </summary>
    /// <param name="material">The material.</param>
    /// <param name="texture">The texture.</param>
    /// <param name="tileSize">Edge of a tile in units of UV, above 0: metres on tables, bins and rooms.</param>
    /// <param name="rotation">Turn of the texture, radians.</param>
    public static Material Covered(this Material material, ProceduralTexture texture, float tileSize = 1, float rotation = 0) =>
        material.Covered(texture, Whole.AsSpan(), tileSize, rotation);

    /// <summary>
    /// The same in chosen slots only: the others keep what they have. Base colour, roughness, metalness and occlusion factors and normal
    /// scales of these slots become 1; factors of emission and of layers stay, so that the texture shows as far as they are above 0.
    /// </summary>
    /// <param name="material">The material.</param>
    /// <param name="texture">
    /// The texture: its base colour for colours, its normals for normals, its occlusion for what reads red, its roughness for what reads green.
    /// </param>
    /// <param name="slots">Any but <see cref="MaterialSlot.Specular"/> and <see cref="MaterialSlot.SheenRoughness"/>, which read an alpha.</param>
    /// <param name="tileSize">Edge of a tile in units of UV, above 0.</param>
    /// <param name="rotation">Turn of the texture, radians.</param>
    /// <exception cref="ArgumentException">A slot reads an alpha, which a texture of a surface does not have.</exception>
    public static Material Covered(
        this Material material, ProceduralTexture texture, ReadOnlySpan<MaterialSlot> slots, float tileSize = 1, float rotation = 0)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(texture);
        if (!(tileSize > 0) || !float.IsFinite(tileSize))
            throw new ArgumentOutOfRangeException(nameof(tileSize), tileSize, "A tile's edge is a finite number above 0.");
        foreach (var slot in slots)
        {
            var image = new TextureImage(texture, ChannelOf(slot));
            material = Whitened(material, slot).With(slot, new TextureSlot(image) { Scale = new Vector2(1 / tileSize), Rotation = rotation });
        }

        return material;
    }

    /// <summary>Which of a procedural texture's images a slot reads.</summary>
    /// <exception cref="ArgumentException">The slot reads an alpha.</exception>
    public static TextureChannel ChannelOf(MaterialSlot slot) => slot switch
    {
        MaterialSlot.BaseColor or MaterialSlot.Emissive or MaterialSlot.SpecularColor or MaterialSlot.SheenColor => TextureChannel.BaseColor,
        MaterialSlot.Normal or MaterialSlot.ClearcoatNormal => TextureChannel.Normal,
        MaterialSlot.Specular or MaterialSlot.SheenRoughness => throw new ArgumentException(
            $"The slot {slot} reads an alpha, and procedural textures have none; give it an image.", nameof(slot)),
        _ => TextureChannel.OcclusionRoughnessMetallic,
    };

    private static Material Whitened(Material material, MaterialSlot slot) => slot switch
    {
        MaterialSlot.BaseColor => material with { BaseColorFactor = new Vector4(1, 1, 1, material.BaseColorFactor.W) },
        MaterialSlot.Normal => material with { NormalScale = 1 },
        MaterialSlot.MetallicRoughness => material with { MetallicFactor = 1, RoughnessFactor = 1 },
        MaterialSlot.Occlusion => material with { OcclusionStrength = 1 },
        MaterialSlot.ClearcoatNormal => material with { ClearcoatNormalScale = 1 },
        _ => material,
    };
}
