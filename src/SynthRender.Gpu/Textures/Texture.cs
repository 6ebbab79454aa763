namespace SynthRender.Gpu;

/// <summary>Texels in one, two or three dimensions, with mip levels, array layers and samples.</summary>
public abstract class Texture : DeviceResource, MappableResource, BindableResource, IDisposable
{
    private protected Texture(in TextureDescription description)
    {
        Format = description.Format;
        Width = description.Width;
        Height = description.Height;
        Depth = description.Depth;
        MipLevels = description.MipLevels;
        ArrayLayers = description.ArrayLayers;
        Usage = description.Usage;
        Type = description.Type;
        SampleCount = description.SampleCount;
    }

    /// <summary>The format of a texel.</summary>
    public PixelFormat Format { get; }

    /// <summary>In texels.</summary>
    public uint Width { get; }

    /// <summary>In texels.</summary>
    public uint Height { get; }

    /// <summary>In texels.</summary>
    public uint Depth { get; }

    /// <summary>The number of mip levels.</summary>
    public uint MipLevels { get; }

    /// <summary>The number of array layers; of a cube map, of cubes.</summary>
    public uint ArrayLayers { get; }

    /// <summary>What it may be used for.</summary>
    public TextureUsage Usage { get; }

    /// <summary>Its dimensions.</summary>
    public TextureType Type { get; }

    /// <summary>Samples per texel.</summary>
    public TextureSampleCount SampleCount { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Array layers as the GPU counts them: six per cube.</summary>
    internal uint LayerCount => (Usage & TextureUsage.Cubemap) != 0 ? ArrayLayers * 6 : ArrayLayers;

    /// <summary>The subresource of a mip level of an array layer, for <see cref="GraphicsDevice.Map(MappableResource, MapMode, uint)"/>.</summary>
    public uint CalculateSubresource(uint mipLevel, uint arrayLayer) => (arrayLayer * MipLevels) + mipLevel;

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
