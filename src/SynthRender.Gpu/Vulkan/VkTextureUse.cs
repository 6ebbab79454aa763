namespace SynthRender.Gpu.Vulkan;

/// <summary>A part of a texture that a resource set shows to shaders.</summary>
internal readonly record struct VkTextureUse(
    VkTexture Texture,
    uint BaseMipLevel,
    uint MipLevels,
    uint BaseLayer,
    uint Layers,
    bool IsStorage);
