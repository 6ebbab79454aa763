namespace SynthRender.Gpu;

/// <summary>A part of a texture, as shaders see it. It keeps the texture alive.</summary>
public abstract class TextureView : DeviceResource, BindableResource, IDisposable
{
    private protected TextureView(in TextureViewDescription description)
    {
        Target = description.Target;
        BaseMipLevel = description.BaseMipLevel;
        MipLevels = description.MipLevels;
        BaseArrayLayer = description.BaseArrayLayer;
        ArrayLayers = description.ArrayLayers;
        Format = description.Format ?? description.Target.Format;
    }

    /// <summary>The texture.</summary>
    public Texture Target { get; }

    /// <summary>The first mip level.</summary>
    public uint BaseMipLevel { get; }

    /// <summary>The number of mip levels.</summary>
    public uint MipLevels { get; }

    /// <summary>The first array layer; of a cube map, the first cube.</summary>
    public uint BaseArrayLayer { get; }

    /// <summary>The number of array layers; of a cube map, of cubes.</summary>
    public uint ArrayLayers { get; }

    /// <summary>The format that shaders see.</summary>
    public PixelFormat Format { get; }

    /// <inheritdoc/>
    public abstract string Name { get; set; }

    /// <summary>Whether <see cref="Dispose"/> was called.</summary>
    public abstract bool IsDisposed { get; }

    /// <summary>Gives it back, once the GPU is done with it.</summary>
    public abstract void Dispose();
}
