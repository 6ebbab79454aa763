namespace SynthRender.Gpu;

/// <summary>What a <see cref="Texture"/> is made from.</summary>
public struct TextureDescription
{
    /// <summary>In texels.</summary>
    public uint Width;

    /// <summary>In texels; 1 for a 1D texture.</summary>
    public uint Height;

    /// <summary>In texels; 1 unless it is a 3D texture.</summary>
    public uint Depth;

    /// <summary>Mip levels, at least 1.</summary>
    public uint MipLevels;

    /// <summary>Array layers, at least 1; of a cube map, the number of cubes.</summary>
    public uint ArrayLayers;

    /// <summary>The format of a texel.</summary>
    public PixelFormat Format;

    /// <summary>What it may be used for.</summary>
    public TextureUsage Usage;

    /// <summary>Its dimensions.</summary>
    public TextureType Type;

    /// <summary>Samples per texel.</summary>
    public TextureSampleCount SampleCount;

    /// <summary>One sample per texel.</summary>
    public TextureDescription(
        uint width,
        uint height,
        uint depth,
        uint mipLevels,
        uint arrayLayers,
        PixelFormat format,
        TextureUsage usage,
        TextureType type)
    {
        Width = width;
        Height = height;
        Depth = depth;
        MipLevels = mipLevels;
        ArrayLayers = arrayLayers;
        Format = format;
        Usage = usage;
        Type = type;
        SampleCount = TextureSampleCount.Count1;
    }

    /// <summary>All fields.</summary>
    public TextureDescription(
        uint width,
        uint height,
        uint depth,
        uint mipLevels,
        uint arrayLayers,
        PixelFormat format,
        TextureUsage usage,
        TextureType type,
        TextureSampleCount sampleCount)
    {
        Width = width;
        Height = height;
        Depth = depth;
        MipLevels = mipLevels;
        ArrayLayers = arrayLayers;
        Format = format;
        Usage = usage;
        Type = type;
        SampleCount = sampleCount;
    }

    /// <summary>A 1D texture.</summary>
    public static TextureDescription Texture1D(
        uint width,
        uint mipLevels,
        uint arrayLayers,
        PixelFormat format,
        TextureUsage usage) =>
        new(width, 1, 1, mipLevels, arrayLayers, format, usage, TextureType.Texture1D);

    /// <summary>A 2D texture, or with <see cref="TextureUsage.Cubemap"/> a cube map.</summary>
    public static TextureDescription Texture2D(
        uint width,
        uint height,
        uint mipLevels,
        uint arrayLayers,
        PixelFormat format,
        TextureUsage usage) =>
        new(width, height, 1, mipLevels, arrayLayers, format, usage, TextureType.Texture2D);

    /// <summary>A 2D texture of several samples per texel.</summary>
    public static TextureDescription Texture2D(
        uint width,
        uint height,
        uint mipLevels,
        uint arrayLayers,
        PixelFormat format,
        TextureUsage usage,
        TextureSampleCount sampleCount) =>
        new(width, height, 1, mipLevels, arrayLayers, format, usage, TextureType.Texture2D, sampleCount);

    /// <summary>A 3D texture.</summary>
    public static TextureDescription Texture3D(
        uint width,
        uint height,
        uint depth,
        uint mipLevels,
        PixelFormat format,
        TextureUsage usage) =>
        new(width, height, depth, mipLevels, 1, format, usage, TextureType.Texture3D);
}
