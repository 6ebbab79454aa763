namespace SynthRender.Gpu;

/// <summary>The limits of textures of one format, type and usage.</summary>
public struct PixelFormatProperties
{
    /// <summary>The greatest width in texels.</summary>
    public uint MaxWidth;

    /// <summary>The greatest height in texels.</summary>
    public uint MaxHeight;

    /// <summary>The greatest depth in texels.</summary>
    public uint MaxDepth;

    /// <summary>The most mip levels.</summary>
    public uint MaxMipLevels;

    /// <summary>The most array layers.</summary>
    public uint MaxArrayLayers;

    private readonly uint _sampleCounts;

    internal PixelFormatProperties(
        uint maxWidth,
        uint maxHeight,
        uint maxDepth,
        uint maxMipLevels,
        uint maxArrayLayers,
        uint sampleCounts)
    {
        MaxWidth = maxWidth;
        MaxHeight = maxHeight;
        MaxDepth = maxDepth;
        MaxMipLevels = maxMipLevels;
        MaxArrayLayers = maxArrayLayers;
        _sampleCounts = sampleCounts;
    }

    /// <summary>Whether textures may have that many samples per texel.</summary>
    public readonly bool IsSampleCountSupported(TextureSampleCount count) => (_sampleCounts & (1u << (int)count)) != 0;
}
