namespace SynthRender.Materials;

/// <summary>Which of a <see cref="ProceduralTexture"/>'s images.</summary>
public enum TextureChannel
{
    /// <summary>Base colour, sRGB; alpha is 1.</summary>
    BaseColor,

    /// <summary>Tangent-space normals, linear, +Y up.</summary>
    Normal,

    /// <summary>Linear; occlusion in red, roughness in green, metalness in blue.</summary>
    OcclusionRoughnessMetallic,
}
