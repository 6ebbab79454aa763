using System.Numerics;

namespace SynthRender.Materials;

/// <summary>A glTF metallic-roughness material. Immutable: a randomizer replaces it by a changed copy (<c>material with { … }</c>).</summary>
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
}
