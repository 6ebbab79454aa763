namespace SynthRender.Materials;

/// <summary>How alpha is read, as in glTF.</summary>
public enum AlphaMode
{
    /// <summary>Alpha is ignored.</summary>
    Opaque,

    /// <summary>Alpha below the cutoff is a hole, in the image and in the mask.</summary>
    Mask,

    /// <summary>Alpha blends; the mask has the surface where its alpha is at least 0.5.</summary>
    Blend,
}
