using System.Numerics;

namespace SynthRender.Materials;

/// <summary>
/// A glTF metallic-roughness material with the layers of the KHR_materials extensions; docs/materials.md says what each costs.
/// Immutable: a randomizer replaces it by a changed copy (<c>material with { … }</c>).
/// </summary>
public sealed record Material
{
    /// <summary>White, rough, not metallic: what glTF prescribes where a mesh names no material.</summary>
    public static Material Default { get; } = new() { MetallicFactor = 1f, RoughnessFactor = 1f };

    /// <summary>For messages and for choosing materials by name.</summary>
    public string Name { get; init; } = "default";

    /// <summary>Linear RGB and alpha, multiplied with texture and vertex colour.</summary>
    public Vector4 BaseColorFactor { get; init; } = Vector4.One;

    /// <summary>sRGB colour and linear alpha.</summary>
    public TextureSlot? BaseColorTexture { get; init; }

    /// <summary>0 dielectric, 1 metal; multiplied with the texture's blue channel.</summary>
    public float MetallicFactor { get; init; }

    /// <summary>Perceptual roughness in [0, 1]; multiplied with the texture's green channel.</summary>
    public float RoughnessFactor { get; init; } = 0.5f;

    /// <summary>Linear; roughness in green, metalness in blue.</summary>
    public TextureSlot? MetallicRoughnessTexture { get; init; }

    /// <summary>Tangent-space normals, linear, +Y up.</summary>
    public TextureSlot? NormalTexture { get; init; }

    /// <summary>Factor on the x and y of <see cref="NormalTexture"/>.</summary>
    public float NormalScale { get; init; } = 1f;

    /// <summary>Ambient occlusion in red, linear.</summary>
    public TextureSlot? OcclusionTexture { get; init; }

    /// <summary>0 no occlusion, 1 all of it.</summary>
    public float OcclusionStrength { get; init; } = 1f;

    /// <summary>Linear RGB radiance the surface sends out; may exceed 1 (KHR_materials_emissive_strength is multiplied in).</summary>
    public Vector3 EmissiveFactor { get; init; }

    /// <summary>sRGB colour, multiplied with <see cref="EmissiveFactor"/>.</summary>
    public TextureSlot? EmissiveTexture { get; init; }

    /// <summary>How alpha is read.</summary>
    public AlphaMode AlphaMode { get; init; }

    /// <summary>Alpha below this is a hole when <see cref="AlphaMode"/> is Mask.</summary>
    public float AlphaCutoff { get; init; } = 0.5f;

    /// <summary>True draws back faces too, with the normal turned to the viewer.</summary>
    public bool DoubleSided { get; init; }

    /// <summary>True shows the base colour as it is, without light (KHR_materials_unlit).</summary>
    public bool Unlit { get; init; }

    /// <summary>
    /// Index of refraction of what is not metal, 1 or more; 1.5, the default, reflects 4% straight on. 0 stands for infinity
    /// (KHR_materials_ior).
    /// </summary>
    public float IndexOfRefraction { get; init; } = 1.5f;

    /// <summary>Strength of the dielectric's reflection, in [0, 1] (KHR_materials_specular).</summary>
    public float SpecularFactor { get; init; } = 1f;

    /// <summary>Linear; strength in alpha, multiplied with <see cref="SpecularFactor"/>.</summary>
    public TextureSlot? SpecularTexture { get; init; }

    /// <summary>Linear RGB factor on the dielectric's reflectance straight on, 0 or more; the product stops at 1.</summary>
    public Vector3 SpecularColorFactor { get; init; } = Vector3.One;

    /// <summary>sRGB colour, multiplied with <see cref="SpecularColorFactor"/>.</summary>
    public TextureSlot? SpecularColorTexture { get; init; }

    /// <summary>A clear, colourless layer of index 1.5 over everything: varnish, wetness. In [0, 1] (KHR_materials_clearcoat).</summary>
    public float ClearcoatFactor { get; init; }

    /// <summary>Linear; coat in red.</summary>
    public TextureSlot? ClearcoatTexture { get; init; }

    /// <summary>Perceptual roughness of the coat in [0, 1].</summary>
    public float ClearcoatRoughnessFactor { get; init; }

    /// <summary>Linear; the coat's roughness in green.</summary>
    public TextureSlot? ClearcoatRoughnessTexture { get; init; }

    /// <summary>The coat's tangent-space normals, linear, +Y up; without it the coat is smooth, whatever <see cref="NormalTexture"/> says.</summary>
    public TextureSlot? ClearcoatNormalTexture { get; init; }

    /// <summary>Factor on the x and y of <see cref="ClearcoatNormalTexture"/>.</summary>
    public float ClearcoatNormalScale { get; init; } = 1f;

    /// <summary>Linear RGB of light that fibres scatter at grazing angles: cloth, velvet, fuzz. In [0, 1], black for none (KHR_materials_sheen).</summary>
    public Vector3 SheenColorFactor { get; init; }

    /// <summary>sRGB colour, multiplied with <see cref="SheenColorFactor"/>.</summary>
    public TextureSlot? SheenColorTexture { get; init; }

    /// <summary>Perceptual roughness of the sheen in [0, 1]; what is below 0.07 is drawn as 0.07.</summary>
    public float SheenRoughnessFactor { get; init; }

    /// <summary>Linear; the sheen's roughness in alpha.</summary>
    public TextureSlot? SheenRoughnessTexture { get; init; }

    /// <summary>
    /// Share of the light that enters the base which passes through, tinted by the base colour: glass, film, wet membranes. In [0, 1]
    /// (KHR_materials_transmission). The surface stays a surface in ids and depth.
    /// </summary>
    public float TransmissionFactor { get; init; }

    /// <summary>Linear; share in red.</summary>
    public TextureSlot? TransmissionTexture { get; init; }

    /// <summary>Thickness of what lies below the surface, in the mesh's units; 0 for thin walls, which do not bend light (KHR_materials_volume).</summary>
    public float ThicknessFactor { get; init; }

    /// <summary>Linear; thickness in green, multiplied with <see cref="ThicknessFactor"/>.</summary>
    public TextureSlot? ThicknessTexture { get; init; }

    /// <summary>Metres in which white light takes the <see cref="AttenuationColor"/>, above 0; +∞ for a clear volume.</summary>
    public float AttenuationDistance { get; init; } = float.PositiveInfinity;

    /// <summary>Linear RGB in [0, 1].</summary>
    public Vector3 AttenuationColor { get; init; } = Vector3.One;
}
