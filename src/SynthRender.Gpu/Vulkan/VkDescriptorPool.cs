namespace SynthRender.Gpu.Vulkan;

/// <summary>A descriptor pool and what is left in it.</summary>
internal sealed class VkDescriptorPool
{
    internal VkDescriptorPool(V.DescriptorPool handle, int freeSets, in VkDescriptorCounts rest)
    {
        Handle = handle;
        FreeSets = freeSets;
        Rest = rest;
    }

    internal V.DescriptorPool Handle { get; }

    internal int FreeSets { get; set; }

    internal VkDescriptorCounts Rest { get; set; }
}
