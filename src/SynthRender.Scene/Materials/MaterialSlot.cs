namespace SynthRender.Materials;

/// <summary>The textures that a material may have; which channels each reads is said at the property of that name on <see cref="Material"/>.</summary>
public enum MaterialSlot
{
    /// <summary><see cref="Material.BaseColorTexture"/>.</summary>
    BaseColor,

    /// <summary><see cref="Material.NormalTexture"/>.</summary>
    Normal,

    /// <summary><see cref="Material.MetallicRoughnessTexture"/>.</summary>
    MetallicRoughness,

    /// <summary><see cref="Material.OcclusionTexture"/>.</summary>
    Occlusion,

    /// <summary><see cref="Material.EmissiveTexture"/>.</summary>
    Emissive,

    /// <summary><see cref="Material.SpecularTexture"/>.</summary>
    Specular,

    /// <summary><see cref="Material.SpecularColorTexture"/>.</summary>
    SpecularColor,

    /// <summary><see cref="Material.ClearcoatTexture"/>.</summary>
    Clearcoat,

    /// <summary><see cref="Material.ClearcoatRoughnessTexture"/>.</summary>
    ClearcoatRoughness,

    /// <summary><see cref="Material.ClearcoatNormalTexture"/>.</summary>
    ClearcoatNormal,

    /// <summary><see cref="Material.SheenColorTexture"/>.</summary>
    SheenColor,

    /// <summary><see cref="Material.SheenRoughnessTexture"/>.</summary>
    SheenRoughness,

    /// <summary><see cref="Material.TransmissionTexture"/>.</summary>
    Transmission,

    /// <summary><see cref="Material.ThicknessTexture"/>.</summary>
    Thickness,
}
