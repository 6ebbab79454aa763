namespace SynthRender.Gpu;

/// <summary>What a texture may be used for. At least one flag; <see cref="Staging"/> stands alone.</summary>
[Flags]
public enum TextureUsage : byte
{
    /// <summary>Read by shaders through a sampler or by texel.</summary>
    Sampled = 1,

    /// <summary>Read and written by shaders.</summary>
    Storage = 2,

    /// <summary>A colour target of a framebuffer.</summary>
    RenderTarget = 4,

    /// <summary>The depth target of a framebuffer.</summary>
    DepthStencil = 8,

    /// <summary>Six square faces per array layer, in the order +X −X +Y −Y +Z −Z.</summary>
    Cubemap = 16,

    /// <summary>For copies between CPU and GPU only; it can be mapped.</summary>
    Staging = 32,

    /// <summary><see cref="CommandList.GenerateMipmaps"/> may be called on it.</summary>
    GenerateMipmaps = 64,
}
