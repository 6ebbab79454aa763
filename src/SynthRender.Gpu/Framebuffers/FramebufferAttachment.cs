namespace SynthRender.Gpu;

/// <summary>One target of a <see cref="Framebuffer"/>: a layer of a mip level of a texture.</summary>
public struct FramebufferAttachment
{
    /// <summary>A layer of mip level 0.</summary>
    public FramebufferAttachment(Texture target, uint arrayLayer)
        : this(target, arrayLayer, 0)
    {
    }

    /// <summary>A layer of a mip level.</summary>
    public FramebufferAttachment(Texture target, uint arrayLayer, uint mipLevel)
    {
        Target = target;
        ArrayLayer = arrayLayer;
        MipLevel = mipLevel;
    }

    /// <summary>The texture.</summary>
    public Texture Target { get; }

    /// <summary>The array layer; of a cube map, 6 · layer + face; of a 3D texture, the slice.</summary>
    public uint ArrayLayer { get; }

    /// <summary>The mip level.</summary>
    public uint MipLevel { get; }
}
