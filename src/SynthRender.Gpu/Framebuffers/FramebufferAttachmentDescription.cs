namespace SynthRender.Gpu;

/// <summary>Names one target of a framebuffer: a layer of a mip level of a texture.</summary>
public struct FramebufferAttachmentDescription
{
    /// <summary>The texture.</summary>
    public Texture Target;

    /// <summary>The array layer; of a cube map, 6 · layer + face; of a 3D texture, the slice.</summary>
    public uint ArrayLayer;

    /// <summary>The mip level.</summary>
    public uint MipLevel;

    /// <summary>A layer of mip level 0.</summary>
    public FramebufferAttachmentDescription(Texture target, uint arrayLayer)
    {
        Target = target;
        ArrayLayer = arrayLayer;
    }

    /// <summary>A layer of a mip level.</summary>
    public FramebufferAttachmentDescription(Texture target, uint arrayLayer, uint mipLevel)
    {
        Target = target;
        ArrayLayer = arrayLayer;
        MipLevel = mipLevel;
    }
}
