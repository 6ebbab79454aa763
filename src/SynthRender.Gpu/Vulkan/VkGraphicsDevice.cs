namespace SynthRender.Gpu.Vulkan;

/// <summary>A Vulkan device with one queue.</summary>
internal sealed unsafe class VkGraphicsDevice : GraphicsDevice
{
    // What creation and updates outside command lists may pile up before it is submitted on its own.
    private const ulong MostBytesWaiting = 32ul << 20;
    private const int MostFencesOnStack = 64;

    private readonly Lock _preludeLock = new();
    private readonly VkInstance _instance;
    private readonly VkSubmissions _submissions;
    private readonly VkDeviceInfo _info;
    private readonly bool _isStandardY;
    private readonly VkCommandList _prelude;
    private readonly VkSampler? _anisotropic;
    private bool _isPreludeOpen;
    private bool _isDisposed;

    internal VkGraphicsDevice(VkInstance instance, VkDeviceSetup setup)
    {
        _instance = instance;
        _info = instance.Describe(setup.Index);
        OrdersBuffers = setup.OrdersBuffers;
        _isStandardY = setup.Options.PreferStandardClipSpaceYDirection;
        Api = instance.Api;
        Physical = instance.Physical[setup.Index];
        Handle = VkLogicalDevice.Create(instance, _info, out uint family, out V.PhysicalDeviceFeatures enabled);
        try
        {
            QueueFamily = family;
            V.PhysicalDeviceProperties properties;
            Api.GetPhysicalDeviceProperties(Physical, &properties);
            Limits = properties.Limits;
            HasMultiDrawIndirect = enabled.MultiDrawIndirect;
            Debug = new VkDebugUtils(instance);
            Features = VkFeatures.Of(enabled, Debug.IsAvailable);
            V.Queue queue;
            Api.GetDeviceQueue(Handle, family, 0, &queue);
            Memory = new VkMemoryAllocator(this);
            Descriptors = new VkDescriptorPools(this);
            Uploads = new VkUploadPool(this);
            PipelineCache = CreatePipelineCache();
            _submissions = new VkSubmissions(this, queue);
            _prelude = new VkCommandList(this);
            ResourceFactory = new VkResourceFactory(this);
            PointSampler = new VkSampler(this, SamplerDescription.Point);
            LinearSampler = new VkSampler(this, SamplerDescription.Linear);
            _anisotropic = Features.SamplerAnisotropy ? new VkSampler(this, SamplerDescription.Aniso4x) : null;
        }
        catch
        {
            Api.DestroyDevice(Handle, null);
            throw;
        }
    }

    public override string DeviceName => _info.Name;

    public override string VendorName => _info.Vendor;

    public override GraphicsApiVersion ApiVersion => _info.ApiVersion;

    public override GraphicsBackend BackendType => GraphicsBackend.Vulkan;

    public override bool IsUvOriginTopLeft => true;

    public override bool IsDepthRangeZeroToOne => true;

    public override bool IsClipSpaceYInverted => !_isStandardY;

    public override ResourceFactory ResourceFactory { get; }

    public override GraphicsDeviceFeatures Features { get; }

    public override uint UniformBufferMinOffsetAlignment => (uint)Limits.MinUniformBufferOffsetAlignment;

    public override uint StructuredBufferMinOffsetAlignment => (uint)Limits.MinStorageBufferOffsetAlignment;

    public override Sampler PointSampler { get; }

    public override Sampler LinearSampler { get; }

    public override Sampler Aniso4xSampler =>
        _anisotropic ?? throw new VeldridException($"The device '{DeviceName}' has no anisotropic filter.");

    /// <summary>See <see cref="VkDeviceSetup.OrdersBuffers"/>.</summary>
    internal bool OrdersBuffers { get; }

    internal V.Vk Api { get; }

    internal V.Device Handle { get; }

    internal V.PhysicalDevice Physical { get; }

    internal uint QueueFamily { get; }

    internal V.PhysicalDeviceLimits Limits { get; }

    internal bool HasMultiDrawIndirect { get; }

    internal VkDebugUtils Debug { get; }

    internal VkMemoryAllocator Memory { get; }

    internal VkDescriptorPools Descriptors { get; }

    internal VkUploadPool Uploads { get; }

    internal VkLiveObjects Live { get; } = new();

    internal V.PipelineCache PipelineCache { get; }

    public override void WaitForIdle()
    {
        FlushPrelude();
        _submissions.WaitForIdle();
    }

    public override TextureSampleCount GetSampleCountLimit(PixelFormat format, bool depthFormat)
    {
        TextureUsage usage = depthFormat ? TextureUsage.DepthStencil : TextureUsage.RenderTarget;
        if (!GetPixelFormatSupport(format, TextureType.Texture2D, usage, out PixelFormatProperties properties))
            throw new VeldridException($"{format} cannot be a {(depthFormat ? "depth" : "colour")} target on the device '{DeviceName}'.");
        TextureSampleCount most = TextureSampleCount.Count1;
        for (TextureSampleCount count = TextureSampleCount.Count2; count <= TextureSampleCount.Count32; count++)
        {
            if (properties.IsSampleCountSupported(count))
                most = count;
        }

        return most;
    }

    public override bool GetPixelFormatSupport(
        PixelFormat format, TextureType type, TextureUsage usage, out PixelFormatProperties properties)
    {
        if (usage == TextureUsage.Staging)
        {
            properties = new PixelFormatProperties(uint.MaxValue, uint.MaxValue, uint.MaxValue, 32, uint.MaxValue, 1);
            return !FormatLayout.IsStencil(format);
        }

        return VkFormatSupport.Query(this, format, type, usage, out properties);
    }

    public override void DisposeWhenIdle(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        _submissions.DisposeWhenIdle(disposable);
    }

    public override void Dispose()
    {
        if (_isDisposed)
            return;
        try
        {
            WaitForIdle();
        }
        catch (VeldridException)
        {
            // A lost device has said so where it was lost; there is nothing to wait for, and all else can still be freed.
        }

        _isDisposed = true;
        Live.DisposeAll();
        Uploads.Dispose();
        Descriptors.Dispose();
        Memory.Dispose();
        Api.DestroyPipelineCache(Handle, PipelineCache, null);
        _submissions.Destroy();
        Api.DestroyDevice(Handle, null);
        _instance.Dispose();
    }

    /// <summary>Waits for what is submitted; what is being recorded stays as it is.</summary>
    internal void WaitForSubmitted() => _submissions.WaitForIdle();

    /// <summary>Brings a new texture into its home layout before anything that is submitted from now on.</summary>
    internal void Introduce(VkTexture texture)
    {
        lock (_preludeLock)
            OpenPrelude().Introduce(texture);
        FlushPreludeWhenLarge();
    }

    private protected override void SubmitCommandsCore(CommandList commandList, Fence? fence)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ObjectDisposedException.ThrowIf(commandList.IsDisposed, commandList);
        if (fence is { IsDisposed: true })
            throw new ObjectDisposedException(fence.Name, "The fence was disposed.");
        var list = (VkCommandList)commandList;
        VkRecording recording = list.TakeRecording();
        lock (_preludeLock)
            _submissions.Submit(ClosePrelude(), recording, (VkFence?)fence, list.Name);
    }

    private protected override bool WaitForFencesCore(
        ReadOnlySpan<Fence> fences, bool waitAll, ulong nanosecondTimeout)
    {
        if (fences.Length > MostFencesOnStack)
            throw new VeldridException($"{fences.Length} fences are too many to wait for at once; {MostFencesOnStack} can be.");
        V.Fence* handles = stackalloc V.Fence[MostFencesOnStack];
        for (int i = 0; i < fences.Length; i++)
        {
            ObjectDisposedException.ThrowIf(fences[i].IsDisposed, fences[i]);
            handles[i] = ((VkFence)fences[i]).Handle;
        }

        V.Result result = Api.WaitForFences(Handle, (uint)fences.Length, handles, waitAll, nanosecondTimeout);
        if (result is not (V.Result.Success or V.Result.Timeout))
            throw VkCheck.Failure(result, "vkWaitForFences", $"the fence '{fences[0].Name}'");
        _submissions.Collect();
        return result == V.Result.Success;
    }

    private protected override MappedResource MapBufferCore(DeviceBuffer buffer, MapMode mode)
    {
        var mine = (VkBuffer)buffer;
        mine.Map();
        return new MappedResource(buffer, mode, mine.Mapped, buffer.SizeInBytes, 0, 0, 0);
    }

    private protected override MappedResource MapTextureCore(Texture texture, MapMode mode, uint subresource)
    {
        var mine = (VkTexture)texture;
        mine.Map(subresource);
        VkStagingLayout layout = mine.StagingLayout(subresource % texture.MipLevels, subresource / texture.MipLevels);
        return new MappedResource(
            texture,
            mode,
            mine.Mapped + (nint)layout.Offset,
            (uint)layout.Size,
            subresource,
            layout.RowPitch,
            layout.DepthPitch);
    }

    private protected override void UnmapCore(MappableResource resource, uint subresource)
    {
        if (resource is VkBuffer buffer)
            buffer.Unmap();
        else if (resource is VkTexture texture)
            texture.Unmap(subresource);
        else
            throw new VeldridException($"{resource.GetType().Name} is neither a buffer nor a texture of this device.");
    }

    private protected override void UpdateTextureCore(
        Texture texture, ReadOnlySpan<byte> bytes, in TextureRegion region)
    {
        var mine = (VkTexture)texture;
        if (mine.IsStaging)
        {
            mine.WriteStaging(bytes, region);
            return;
        }

        lock (_preludeLock)
            OpenPrelude().UpdateTexture(mine, bytes, region);
        FlushPreludeWhenLarge();
    }

    private protected override void UpdateBufferCore(DeviceBuffer buffer, uint offset, ReadOnlySpan<byte> bytes)
    {
        var mine = (VkBuffer)buffer;
        if (mine.IsMapped)
        {
            bytes.CopyTo(MappedMemory.Bytes(mine.Mapped + (nint)offset, bytes.Length));
            return;
        }

        lock (_preludeLock)
            OpenPrelude().UpdateBuffer(buffer, offset, bytes);
        FlushPreludeWhenLarge();
    }

    private VkCommandList OpenPrelude()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_isPreludeOpen)
        {
            _prelude.Begin();
            _isPreludeOpen = true;
        }

        return _prelude;
    }

    private VkRecording? ClosePrelude()
    {
        if (!_isPreludeOpen)
            return null;
        _prelude.End();
        _isPreludeOpen = false;
        return _prelude.TakeRecording();
    }

    private void FlushPreludeWhenLarge()
    {
        bool isLarge;
        lock (_preludeLock)
            isLarge = _prelude.PendingBytes > MostBytesWaiting;
        if (isLarge)
            FlushPrelude();
    }

    private void FlushPrelude()
    {
        lock (_preludeLock)
        {
            if (ClosePrelude() is { } recording)
                _submissions.Submit(recording, null, null, "of updates");
        }
    }

    private V.PipelineCache CreatePipelineCache()
    {
        var info = new V.PipelineCacheCreateInfo { SType = V.StructureType.PipelineCacheCreateInfo };
        V.PipelineCache cache;
        VkCheck.Success(Api.CreatePipelineCache(Handle, &info, null, &cache), "vkCreatePipelineCache", DeviceName);
        return cache;
    }
}
