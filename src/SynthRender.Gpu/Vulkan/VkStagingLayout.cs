namespace SynthRender.Gpu.Vulkan;

/// <summary>Where a subresource lies in the buffer of a staging texture, in bytes.</summary>
internal readonly record struct VkStagingLayout(ulong Offset, ulong Size, uint RowPitch, uint DepthPitch);
