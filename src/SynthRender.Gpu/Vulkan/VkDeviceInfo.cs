namespace SynthRender.Gpu.Vulkan;

/// <summary>A physical device, as its driver describes it.</summary>
internal sealed record VkDeviceInfo(
    int Index,
    string Name,
    string Vendor,
    VkDeviceKind Kind,
    GraphicsApiVersion ApiVersion,
    string Driver,
    ulong MemoryInBytes);
