namespace SynthRender.Gpu;

/// <summary>What a <see cref="TextureView"/> is made from.</summary>
public struct TextureViewDescription
{
    /// <summary>The texture.</summary>
    public Texture Target;

    /// <summary>The first mip level.</summary>
    public uint BaseMipLevel;

    /// <summary>The number of mip levels.</summary>
    public uint MipLevels;

    /// <summary>The first array layer; of a cube map, the first cube.</summary>
    public uint BaseArrayLayer;

    /// <summary>The number of array layers; of a cube map, of cubes.</summary>
    public uint ArrayLayers;

    /// <summary>The format that shaders see; null: the texture's.</summary>
    public PixelFormat? Format;

    /// <summary>The whole texture.</summary>
    public TextureViewDescription(Texture target)
        : this(target, 0, target.MipLevels, 0, target.ArrayLayers)
    {
    }

    /// <summary>The whole texture, seen in another format of the same size.</summary>
    public TextureViewDescription(Texture target, PixelFormat format)
        : this(target, format, 0, target.MipLevels, 0, target.ArrayLayers)
    {
    }

    /// <summary>A part of a texture.</summary>
    public TextureViewDescription(
        Texture target,
        uint baseMipLevel,
        uint mipLevels,
        uint baseArrayLayer,
        uint arrayLayers)
    {
        Target = target;
        BaseMipLevel = baseMipLevel;
        MipLevels = mipLevels;
        BaseArrayLayer = baseArrayLayer;
        ArrayLayers = arrayLayers;
        Format = target.Format;
    }

    /// <summary>A part of a texture, seen in another format of the same size.</summary>
    public TextureViewDescription(
        Texture target,
        PixelFormat format,
        uint baseMipLevel,
        uint mipLevels,
        uint baseArrayLayer,
        uint arrayLayers)
        : this(target, baseMipLevel, mipLevels, baseArrayLayer, arrayLayers) => Format = format;
}
