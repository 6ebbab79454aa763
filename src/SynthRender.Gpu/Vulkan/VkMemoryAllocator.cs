namespace SynthRender.Gpu.Vulkan;

/// <summary>
/// Cuts buffers and images from blocks of device memory. Linear and optimally tiled resources lie in different blocks,
/// so that bufferImageGranularity never matters. What is larger than half a block gets a block of its own.
/// </summary>
internal sealed unsafe class VkMemoryAllocator : IDisposable
{
    private const ulong LargestBlock = 64ul << 20;

    private readonly Lock _lock = new();
    private readonly VkGraphicsDevice _device;
    private readonly V.PhysicalDeviceMemoryProperties _properties;
    private readonly List<VkMemoryBlock>[] _linear;
    private readonly List<VkMemoryBlock>[] _tiled;

    internal VkMemoryAllocator(VkGraphicsDevice device)
    {
        _device = device;
        device.Api.GetPhysicalDeviceMemoryProperties(device.Physical, out _properties);
        _linear = NewLists();
        _tiled = NewLists();
    }

    /// <summary>Bytes taken from the driver.</summary>
    internal ulong BytesAllocated { get; private set; }

    /// <summary>Bytes handed out to resources.</summary>
    internal ulong BytesUsed { get; private set; }

    public void Dispose()
    {
        foreach (List<VkMemoryBlock> blocks in _linear.Concat(_tiled))
        {
            foreach (VkMemoryBlock block in blocks)
                FreeMemory(block);
            blocks.Clear();
        }
    }

    internal VkAllocation Allocate(
        in V.MemoryRequirements requirements, VkMemoryUse use, bool isTiled, string about)
    {
        V.Result failure = V.Result.ErrorOutOfDeviceMemory;
        for (int attempt = 0; attempt < 2; attempt++)
        {
            foreach (V.MemoryPropertyFlags wanted in Preferences(use))
            {
                for (int type = 0; type < _properties.MemoryTypeCount; type++)
                {
                    bool fits = (requirements.MemoryTypeBits & (1u << type)) != 0
                        && (_properties.MemoryTypes[type].PropertyFlags & wanted) == wanted;
                    if (!fits)
                        continue;
                    failure = TryAllocate(requirements, type, isTiled, out VkAllocation allocation);
                    if (failure == V.Result.Success)
                        return allocation;
                }
            }

            // What was disposed may still wait for the GPU: let it finish, then try once more.
            if (attempt == 0)
                _device.WaitForSubmitted();
        }

        throw VkCheck.Failure(failure, "vkAllocateMemory", $"{requirements.Size} bytes for {about}");
    }

    internal void Free(in VkAllocation allocation)
    {
        lock (_lock)
        {
            VkMemoryBlock block = allocation.Block;
            block.Give(allocation.Offset, allocation.Size);
            BytesUsed -= allocation.Size;
            if (!block.IsUnused)
                return;
            List<VkMemoryBlock> blocks = _linear[block.TypeIndex].Contains(block)
                ? _linear[block.TypeIndex]
                : _tiled[block.TypeIndex];

            // One empty block stays, so that a texture made and disposed every frame does not go to the driver each time.
            bool isSpare = !block.IsDedicated && blocks.Count(other => !other.IsDedicated && other.IsUnused) == 1;
            if (isSpare)
                return;
            blocks.Remove(block);
            FreeMemory(block);
        }
    }

    private static V.MemoryPropertyFlags[] Preferences(VkMemoryUse use)
    {
        const V.MemoryPropertyFlags Visible =
            V.MemoryPropertyFlags.HostVisibleBit | V.MemoryPropertyFlags.HostCoherentBit;
        return use switch
        {
            VkMemoryUse.Device => [V.MemoryPropertyFlags.DeviceLocalBit, V.MemoryPropertyFlags.None],
            VkMemoryUse.Upload => [Visible | V.MemoryPropertyFlags.DeviceLocalBit, Visible],
            _ => [Visible | V.MemoryPropertyFlags.HostCachedBit, Visible],
        };
    }

    private V.Result TryAllocate(
        in V.MemoryRequirements requirements, int type, bool isTiled, out VkAllocation allocation)
    {
        lock (_lock)
        {
            ulong heapSize = _properties.MemoryHeaps[(int)_properties.MemoryTypes[type].HeapIndex].Size;
            if (requirements.Size > heapSize)
            {
                allocation = default;
                return V.Result.ErrorOutOfDeviceMemory;
            }

            ulong blockSize = Math.Min(LargestBlock, heapSize / 8);
            List<VkMemoryBlock> blocks = (isTiled ? _tiled : _linear)[type];
            bool isDedicated = requirements.Size > blockSize / 2;
            if (!isDedicated)
            {
                foreach (VkMemoryBlock block in blocks)
                {
                    if (!block.IsDedicated && block.TryTake(requirements.Size, requirements.Alignment, out ulong offset))
                    {
                        allocation = Taken(block, offset, requirements.Size);
                        return V.Result.Success;
                    }
                }
            }

            V.Result result = NewBlock(type, isDedicated ? requirements.Size : blockSize, isDedicated, out VkMemoryBlock? made);
            if (result != V.Result.Success)
            {
                allocation = default;
                return result;
            }

            blocks.Add(made!);
            _ = made!.TryTake(requirements.Size, requirements.Alignment, out ulong first);
            allocation = Taken(made, first, requirements.Size);
            return V.Result.Success;
        }
    }

    private VkAllocation Taken(VkMemoryBlock block, ulong offset, ulong size)
    {
        BytesUsed += size;
        return new VkAllocation(block, offset, size);
    }

    private V.Result NewBlock(int type, ulong size, bool isDedicated, out VkMemoryBlock? block)
    {
        block = null;
        var info = new V.MemoryAllocateInfo
        {
            SType = V.StructureType.MemoryAllocateInfo,
            AllocationSize = size,
            MemoryTypeIndex = (uint)type,
        };
        V.DeviceMemory memory;
        V.Result result = _device.Api.AllocateMemory(_device.Handle, &info, null, &memory);
        if (result != V.Result.Success)
            return result;
        void* mapped = null;
        if ((_properties.MemoryTypes[type].PropertyFlags & V.MemoryPropertyFlags.HostVisibleBit) != 0)
        {
            result = _device.Api.MapMemory(_device.Handle, memory, 0, V.Vk.WholeSize, 0, &mapped);
            if (result != V.Result.Success)
            {
                _device.Api.FreeMemory(_device.Handle, memory, null);
                return result;
            }
        }

        BytesAllocated += size;
        block = new VkMemoryBlock(memory, size, (IntPtr)mapped, type, isDedicated);
        return V.Result.Success;
    }

    private void FreeMemory(VkMemoryBlock block)
    {
        BytesAllocated -= block.Size;
        _device.Api.FreeMemory(_device.Handle, block.Memory, null);
    }

    private List<VkMemoryBlock>[] NewLists()
    {
        var lists = new List<VkMemoryBlock>[_properties.MemoryTypeCount];
        for (int i = 0; i < lists.Length; i++)
            lists[i] = [];
        return lists;
    }
}
