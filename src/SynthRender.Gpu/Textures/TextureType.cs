namespace SynthRender.Gpu;

/// <summary>The dimensions of a texture.</summary>
public enum TextureType
{
    /// <summary>Width.</summary>
    Texture1D = 0,

    /// <summary>Width and height; with <see cref="TextureUsage.Cubemap"/>, six faces.</summary>
    Texture2D = 1,

    /// <summary>Width, height and depth.</summary>
    Texture3D = 2,
}
