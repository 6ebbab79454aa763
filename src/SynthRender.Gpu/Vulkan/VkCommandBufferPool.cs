namespace SynthRender.Gpu.Vulkan;

/// <summary>The command buffers of one command list; each is used again when the GPU has run it.</summary>
internal sealed unsafe class VkCommandBufferPool : IVkObject
{
    private readonly Lock _lock = new();
    private readonly VkGraphicsDevice _device;
    private readonly V.CommandPool _pool;
    private readonly Stack<VkRecording> _free = new();

    internal VkCommandBufferPool(VkGraphicsDevice device)
    {
        _device = device;
        var info = new V.CommandPoolCreateInfo
        {
            SType = V.StructureType.CommandPoolCreateInfo,
            Flags = V.CommandPoolCreateFlags.ResetCommandBufferBit,
            QueueFamilyIndex = device.QueueFamily,
        };
        V.CommandPool pool;
        VkCheck.Success(
            device.Api.CreateCommandPool(device.Handle, &info, null, &pool), "vkCreateCommandPool", "a command list");
        _pool = pool;
        Lifetime = new VkLifetime(device.Live, this);
    }

    internal VkLifetime Lifetime { get; }

    public void Destroy() => _device.Api.DestroyCommandPool(_device.Handle, _pool, null);

    /// <summary>A recording, begun. It holds a reference to this pool until it comes back.</summary>
    internal VkRecording Take(string about)
    {
        VkRecording? recording;
        lock (_lock)
            _ = _free.TryPop(out recording);
        recording ??= new VkRecording(this, Allocate(about), _device.Uploads);
        var info = new V.CommandBufferBeginInfo
        {
            SType = V.StructureType.CommandBufferBeginInfo,
            Flags = V.CommandBufferUsageFlags.OneTimeSubmitBit,
        };
        VkCheck.Success(_device.Api.BeginCommandBuffer(recording.Commands, &info), "vkBeginCommandBuffer", about);
        recording.Start();
        Lifetime.AddReference();
        return recording;
    }

    internal void Give(VkRecording recording)
    {
        lock (_lock)
            _free.Push(recording);
        Lifetime.Release();
    }

    private V.CommandBuffer Allocate(string about)
    {
        var info = new V.CommandBufferAllocateInfo
        {
            SType = V.StructureType.CommandBufferAllocateInfo,
            CommandPool = _pool,
            Level = V.CommandBufferLevel.Primary,
            CommandBufferCount = 1,
        };
        V.CommandBuffer commands;
        VkCheck.Success(
            _device.Api.AllocateCommandBuffers(_device.Handle, &info, &commands), "vkAllocateCommandBuffers", about);
        return commands;
    }
}
