namespace SynthRender.Gpu.Vulkan;

/// <summary>A fence.</summary>
internal sealed unsafe class VkFence : Fence, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkFence(VkGraphicsDevice device, bool signaled)
    {
        _device = device;
        var info = new V.FenceCreateInfo
        {
            SType = V.StructureType.FenceCreateInfo,
            Flags = signaled ? V.FenceCreateFlags.SignaledBit : V.FenceCreateFlags.None,
        };
        V.Fence fence;
        VkCheck.Success(device.Api.CreateFence(device.Handle, &info, null, &fence), "vkCreateFence", "a fence");
        Handle = fence;
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override bool Signaled
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            V.Result result = _device.Api.GetFenceStatus(_device.Handle, Handle);
            if (result is V.Result.Success or V.Result.NotReady)
                return result == V.Result.Success;
            throw VkCheck.Failure(result, "vkGetFenceStatus", $"the fence '{_name}'");
        }
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.Fence, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.Fence Handle { get; }

    public override void Reset()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        V.Fence fence = Handle;
        VkCheck.Success(_device.Api.ResetFences(_device.Handle, 1, &fence), "vkResetFences", "the fence", _name);
    }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy() => _device.Api.DestroyFence(_device.Handle, Handle, null);
}
