namespace SynthRender.Gpu.Vulkan;

/// <summary>A buffer range that an offset, given when its set is bound, moves.</summary>
internal readonly record struct VkDynamicRange(VkBuffer Buffer, uint Offset, uint SizeInBytes, uint Alignment);
