namespace SynthRender.Gpu.Vulkan;

/// <summary>A buffer in device memory.</summary>
internal sealed unsafe class VkBuffer : DeviceBuffer, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private readonly VkAllocation _allocation;
    private string _name = string.Empty;
    private int _mapCount;

    internal VkBuffer(VkGraphicsDevice device, in BufferDescription description)
        : base(description.SizeInBytes, description.Usage)
    {
        _device = device;
        VkMemoryUse use = (Usage & BufferUsage.Staging) != 0 ? VkMemoryUse.ReadBack
            : (Usage & BufferUsage.Dynamic) != 0 ? VkMemoryUse.Upload
            : VkMemoryUse.Device;
        Handle = Create(device, description.SizeInBytes, Flags(Usage), use, out _allocation);
        IsMapped = use != VkMemoryUse.Device;
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.Buffer, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.Buffer Handle { get; }

    /// <summary>Whether the CPU may write it directly, by what it was made for.</summary>
    internal bool IsMapped { get; }

    internal IntPtr Mapped => _allocation.Mapped;

    internal void Map() => Interlocked.Increment(ref _mapCount);

    internal void Unmap()
    {
        if (Interlocked.Decrement(ref _mapCount) >= 0)
            return;
        Interlocked.Increment(ref _mapCount);
        throw new VeldridException($"The buffer '{_name}' was unmapped, but it was not mapped.");
    }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _device.Api.DestroyBuffer(_device.Handle, Handle, null);
        _device.Memory.Free(_allocation);
    }

    internal static V.Buffer Create(
        VkGraphicsDevice device,
        ulong size,
        V.BufferUsageFlags flags,
        VkMemoryUse use,
        out VkAllocation allocation)
    {
        var info = new V.BufferCreateInfo
        {
            SType = V.StructureType.BufferCreateInfo,
            Size = size,
            Usage = flags,
            SharingMode = V.SharingMode.Exclusive,
        };
        V.Buffer buffer;
        string about = $"a buffer of {size} bytes";
        VkCheck.Success(device.Api.CreateBuffer(device.Handle, &info, null, &buffer), "vkCreateBuffer", about);
        try
        {
            V.MemoryRequirements requirements;
            device.Api.GetBufferMemoryRequirements(device.Handle, buffer, &requirements);
            allocation = device.Memory.Allocate(requirements, use, false, about);
        }
        catch
        {
            device.Api.DestroyBuffer(device.Handle, buffer, null);
            throw;
        }

        V.Result result = device.Api.BindBufferMemory(device.Handle, buffer, allocation.Block.Memory, allocation.Offset);
        if (result != V.Result.Success)
        {
            device.Api.DestroyBuffer(device.Handle, buffer, null);
            device.Memory.Free(allocation);
            throw VkCheck.Failure(result, "vkBindBufferMemory", about);
        }

        return buffer;
    }

    private static V.BufferUsageFlags Flags(BufferUsage usage)
    {
        V.BufferUsageFlags flags = V.BufferUsageFlags.TransferSrcBit | V.BufferUsageFlags.TransferDstBit;
        if ((usage & BufferUsage.VertexBuffer) != 0)
            flags |= V.BufferUsageFlags.VertexBufferBit;
        if ((usage & BufferUsage.IndexBuffer) != 0)
            flags |= V.BufferUsageFlags.IndexBufferBit;
        if ((usage & BufferUsage.UniformBuffer) != 0)
            flags |= V.BufferUsageFlags.UniformBufferBit;
        if ((usage & (BufferUsage.StructuredBufferReadOnly | BufferUsage.StructuredBufferReadWrite)) != 0)
            flags |= V.BufferUsageFlags.StorageBufferBit;
        if ((usage & BufferUsage.IndirectBuffer) != 0)
            flags |= V.BufferUsageFlags.IndirectBufferBit;
        return flags;
    }
}
