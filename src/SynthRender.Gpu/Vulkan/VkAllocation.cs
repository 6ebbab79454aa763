namespace SynthRender.Gpu.Vulkan;

/// <summary>A piece of device memory.</summary>
internal readonly struct VkAllocation
{
    internal VkAllocation(VkMemoryBlock block, ulong offset, ulong size)
    {
        Block = block;
        Offset = offset;
        Size = size;
    }

    internal VkMemoryBlock Block { get; }

    internal ulong Offset { get; }

    internal ulong Size { get; }

    /// <summary>The first byte in the CPU's address space; zero when the CPU cannot see it.</summary>
    internal IntPtr Mapped => Block.Mapped == IntPtr.Zero ? IntPtr.Zero : Block.Mapped + (nint)Offset;
}
