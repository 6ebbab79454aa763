namespace SynthRender.Gpu.Vulkan;

/// <summary>Descriptor sets from pools that grow in number. Each pool knows what is left in it.</summary>
internal sealed unsafe class VkDescriptorPools : IDisposable
{
    private const int SetsPerPool = 256;
    private const int DescriptorsPerType = 512;

    private readonly Lock _lock = new();
    private readonly VkGraphicsDevice _device;
    private readonly List<VkDescriptorPool> _pools = [];

    internal VkDescriptorPools(VkGraphicsDevice device) => _device = device;

    public void Dispose()
    {
        foreach (VkDescriptorPool pool in _pools)
            _device.Api.DestroyDescriptorPool(_device.Handle, pool.Handle, null);
        _pools.Clear();
    }

    internal V.DescriptorSet Allocate(VkResourceLayout layout, out VkDescriptorPool from)
    {
        lock (_lock)
        {
            foreach (VkDescriptorPool pool in _pools)
            {
                if (TryAllocate(pool, layout, out V.DescriptorSet set) == V.Result.Success)
                {
                    from = pool;
                    return set;
                }
            }

            from = NewPool(layout.Counts.AtLeast(DescriptorsPerType));
            _pools.Add(from);
            V.Result result = TryAllocate(from, layout, out V.DescriptorSet first);
            VkCheck.Success(result, "vkAllocateDescriptorSets", $"the layout '{layout.Name}'");
            return first;
        }
    }

    internal void Free(VkDescriptorPool pool, V.DescriptorSet set, in VkDescriptorCounts counts)
    {
        lock (_lock)
        {
            VkCheck.Success(
                _device.Api.FreeDescriptorSets(_device.Handle, pool.Handle, 1, &set),
                "vkFreeDescriptorSets",
                "a resource set");
            pool.FreeSets++;
            pool.Rest = pool.Rest.Add(counts, 1);
        }
    }

    private V.Result TryAllocate(VkDescriptorPool pool, VkResourceLayout layout, out V.DescriptorSet set)
    {
        set = default;
        if (pool.FreeSets == 0 || !layout.Counts.Fits(pool.Rest))
            return V.Result.ErrorOutOfPoolMemory;
        V.DescriptorSetLayout handle = layout.Handle;
        var info = new V.DescriptorSetAllocateInfo
        {
            SType = V.StructureType.DescriptorSetAllocateInfo,
            DescriptorPool = pool.Handle,
            DescriptorSetCount = 1,
            PSetLayouts = &handle,
        };
        V.DescriptorSet made;
        V.Result result = _device.Api.AllocateDescriptorSets(_device.Handle, &info, &made);
        if (result != V.Result.Success)
            return result;
        set = made;
        pool.FreeSets--;
        pool.Rest = pool.Rest.Add(layout.Counts, -1);
        return result;
    }

    private VkDescriptorPool NewPool(in VkDescriptorCounts counts)
    {
        V.DescriptorPoolSize* sizes = stackalloc V.DescriptorPoolSize[]
        {
            new(V.DescriptorType.UniformBuffer, (uint)counts.Uniform),
            new(V.DescriptorType.UniformBufferDynamic, (uint)counts.UniformDynamic),
            new(V.DescriptorType.StorageBuffer, (uint)counts.Storage),
            new(V.DescriptorType.StorageBufferDynamic, (uint)counts.StorageDynamic),
            new(V.DescriptorType.SampledImage, (uint)counts.SampledImage),
            new(V.DescriptorType.StorageImage, (uint)counts.StorageImage),
            new(V.DescriptorType.Sampler, (uint)counts.Sampler),
        };
        var info = new V.DescriptorPoolCreateInfo
        {
            SType = V.StructureType.DescriptorPoolCreateInfo,
            Flags = V.DescriptorPoolCreateFlags.FreeDescriptorSetBit,
            MaxSets = SetsPerPool,
            PoolSizeCount = 7,
            PPoolSizes = sizes,
        };
        V.DescriptorPool pool;
        VkCheck.Success(
            _device.Api.CreateDescriptorPool(_device.Handle, &info, null, &pool),
            "vkCreateDescriptorPool",
            $"{SetsPerPool} sets");
        return new VkDescriptorPool(pool, SetsPerPool, counts);
    }
}
