namespace SynthRender.Gpu.Vulkan;

/// <summary>A mapped buffer through which bytes go to the GPU, filled from front to back.</summary>
internal sealed class VkUploadChunk
{
    internal VkUploadChunk(V.Buffer buffer, in VkAllocation allocation, ulong size)
    {
        Buffer = buffer;
        Allocation = allocation;
        Size = size;
    }

    internal V.Buffer Buffer { get; }

    internal VkAllocation Allocation { get; }

    internal ulong Size { get; }

    internal ulong Used { get; set; }
}
