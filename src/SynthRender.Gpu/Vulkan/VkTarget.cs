namespace SynthRender.Gpu.Vulkan;

/// <summary>One layer of a mip level of a texture, as a target.</summary>
internal readonly record struct VkTarget(VkTexture Texture, V.ImageView View, uint MipLevel, uint Layer);
