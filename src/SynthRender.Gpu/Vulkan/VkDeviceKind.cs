namespace SynthRender.Gpu.Vulkan;

/// <summary>What sort of device a physical device is.</summary>
internal enum VkDeviceKind
{
    Discrete,
    Integrated,
    Virtual,
    Cpu,
    Other,
}
