namespace SynthRender.Gpu.Vulkan;

/// <summary>Who touches a piece of memory, which decides where it lies.</summary>
internal enum VkMemoryUse
{
    /// <summary>The GPU alone.</summary>
    Device,

    /// <summary>The CPU writes, the GPU reads.</summary>
    Upload,

    /// <summary>The GPU writes, the CPU reads, or both.</summary>
    ReadBack,
}
