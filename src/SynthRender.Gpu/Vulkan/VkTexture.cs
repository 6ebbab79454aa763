namespace SynthRender.Gpu.Vulkan;

/// <summary>An image in device memory; a staging texture is a buffer that holds its subresources one after another.</summary>
internal sealed unsafe class VkTexture : Texture, IVkObject
{
    // Copies between buffers and images start at multiples of 4 and of the texel; 16 is a multiple of every texel's size.
    private const ulong SubresourceAlignment = 16;

    private readonly VkGraphicsDevice _device;
    private readonly VkAllocation _allocation;
    private readonly Lock _viewLock = new();
    private VkTextureView? _fullView;
    private readonly int[] _mapCounts = [];
    private string _name = string.Empty;

    internal VkTexture(VkGraphicsDevice device, in TextureDescription description)
        : base(description)
    {
        _device = device;
        IsDepth = (Usage & TextureUsage.DepthStencil) != 0;
        IsStaging = (Usage & TextureUsage.Staging) != 0;
        VulkanFormat = VkFormats.Texture(description.Format, IsDepth);
        Aspects = VkFormats.Aspects(description.Format, IsDepth);
        HomeLayout = Home(Usage);
        if (IsStaging)
        {
            _mapCounts = new int[MipLevels * LayerCount];
            StagingBuffer = VkBuffer.Create(
                device,
                StagingSize(),
                V.BufferUsageFlags.TransferSrcBit | V.BufferUsageFlags.TransferDstBit,
                VkMemoryUse.ReadBack,
                out _allocation);
        }
        else
        {
            Image = CreateImage(out _allocation);
        }

        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            if (IsStaging)
                _device.Debug.SetName(_device.Handle, V.ObjectType.Buffer, StagingBuffer.Handle, _name);
            else
                _device.Debug.SetName(_device.Handle, V.ObjectType.Image, Image.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.Image Image { get; }

    internal V.Buffer StagingBuffer { get; }

    internal bool IsStaging { get; }

    internal bool IsDepth { get; }

    /// <summary>What <see cref="Texture.Format"/> is called in Vulkan.</summary>
    internal V.Format VulkanFormat { get; }

    internal V.ImageAspectFlags Aspects { get; }

    /// <summary>The layout between command lists. Every list finds it so and leaves it so, in whatever order they run.</summary>
    internal V.ImageLayout HomeLayout { get; }

    internal ulong SizeInBytes => _allocation.Size;

    internal IntPtr Mapped => _allocation.Mapped;

    /// <summary>The view of everything that sets use when they are given the texture itself.</summary>
    internal VkTextureView FullView
    {
        get
        {
            lock (_viewLock)
                return _fullView ??= new VkTextureView(_device, new TextureViewDescription(this), false);
        }
    }

    internal void Map(uint subresource) => Interlocked.Increment(ref _mapCounts[subresource]);

    internal void Unmap(uint subresource)
    {
        if (subresource >= _mapCounts.Length || Interlocked.Decrement(ref _mapCounts[subresource]) < 0)
        {
            if (subresource < _mapCounts.Length)
                Interlocked.Increment(ref _mapCounts[subresource]);
            throw new VeldridException($"Subresource {subresource} of the texture '{_name}' was unmapped, but it was not mapped.");
        }
    }

    /// <summary>Writes a tightly packed box of texels into a staging texture.</summary>
    internal void WriteStaging(ReadOnlySpan<byte> bytes, in TextureRegion region)
    {
        PixelFormat format = Format;
        uint edge = FormatLayout.BlockEdge(format);
        VkStagingLayout layout = StagingLayout(region.MipLevel, region.BaseLayer);
        int rowSize = (int)FormatLayout.RowPitch(region.Width, format);
        uint rows = FormatLayout.Rows(region.Height, format);
        int read = 0;
        for (uint z = 0; z < region.Depth; z++)
        {
            for (uint row = 0; row < rows; row++)
            {
                ulong offset = layout.Offset
                    + ((ulong)(region.Z + z) * layout.DepthPitch)
                    + ((ulong)((region.Y / edge) + row) * layout.RowPitch)
                    + ((ulong)(region.X / edge) * FormatLayout.BytesPerBlock(format));
                bytes.Slice(read, rowSize).CopyTo(MappedMemory.Bytes(Mapped + (nint)offset, rowSize));
                read += rowSize;
            }
        }
    }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _fullView?.Dispose();
        if (IsStaging)
            _device.Api.DestroyBuffer(_device.Handle, StagingBuffer, null);
        else
            _device.Api.DestroyImage(_device.Handle, Image, null);
        _device.Memory.Free(_allocation);
    }

    /// <summary>Where a subresource of a staging texture lies. Rows are tight; a layer holds its mip levels in order.</summary>
    internal VkStagingLayout StagingLayout(uint mipLevel, uint layer)
    {
        ulong offset = 0;
        ulong layerSize = 0;
        for (uint level = 0; level < MipLevels; level++)
        {
            if (level == mipLevel)
                offset = layerSize;
            layerSize += Align(LevelSize(level));
        }

        PixelFormat format = Format;
        uint rowPitch = FormatLayout.RowPitch(FormatLayout.MipEdge(Width, mipLevel), format);
        uint rows = FormatLayout.Rows(FormatLayout.MipEdge(Height, mipLevel), format);
        return new VkStagingLayout((layer * layerSize) + offset, LevelSize(mipLevel), rowPitch, rowPitch * rows);
    }

    private static ulong Align(ulong size) => (size + SubresourceAlignment - 1) / SubresourceAlignment * SubresourceAlignment;

    private static V.ImageLayout Home(TextureUsage usage)
    {
        if ((usage & TextureUsage.Sampled) != 0)
            return V.ImageLayout.ShaderReadOnlyOptimal;
        if ((usage & TextureUsage.Storage) != 0)
            return V.ImageLayout.General;
        if ((usage & TextureUsage.DepthStencil) != 0)
            return V.ImageLayout.DepthStencilAttachmentOptimal;
        if ((usage & TextureUsage.RenderTarget) != 0)
            return V.ImageLayout.ColorAttachmentOptimal;
        return V.ImageLayout.TransferSrcOptimal;
    }

    private ulong LevelSize(uint level) => FormatLayout.RegionSize(
        FormatLayout.MipEdge(Width, level),
        FormatLayout.MipEdge(Height, level),
        FormatLayout.MipEdge(Depth, level),
        Format);

    private ulong StagingSize()
    {
        ulong size = 0;
        for (uint level = 0; level < MipLevels; level++)
            size += Align(LevelSize(level));
        return size * LayerCount;
    }

    private V.Image CreateImage(out VkAllocation allocation)
    {
        V.ImageUsageFlags usage = V.ImageUsageFlags.TransferSrcBit | V.ImageUsageFlags.TransferDstBit;
        if ((Usage & TextureUsage.Sampled) != 0)
            usage |= V.ImageUsageFlags.SampledBit;
        if ((Usage & TextureUsage.Storage) != 0)
            usage |= V.ImageUsageFlags.StorageBit;
        if ((Usage & TextureUsage.RenderTarget) != 0)
            usage |= V.ImageUsageFlags.ColorAttachmentBit;
        if (IsDepth)
            usage |= V.ImageUsageFlags.DepthStencilAttachmentBit;
        V.ImageCreateFlags flags = 0;
        if ((Usage & TextureUsage.Cubemap) != 0)
            flags |= V.ImageCreateFlags.CreateCubeCompatibleBit;
        if (!IsDepth)
            flags |= V.ImageCreateFlags.CreateMutableFormatBit;
        if (Type == TextureType.Texture3D && (Usage & TextureUsage.RenderTarget) != 0)
            flags |= V.ImageCreateFlags.Create2DArrayCompatibleBit;
        string about = $"a texture of {Width} × {Height} × {Depth}, {MipLevels} mip levels, {LayerCount} layers, {Format}, {SampleCount}, for {Usage}";
        var info = new V.ImageCreateInfo
        {
            SType = V.StructureType.ImageCreateInfo,
            Flags = flags,
            ImageType = Type switch
            {
                TextureType.Texture1D => V.ImageType.Type1D,
                TextureType.Texture2D => V.ImageType.Type2D,
                _ => V.ImageType.Type3D,
            },
            Format = VulkanFormat,
            Extent = new V.Extent3D(Width, Height, Depth),
            MipLevels = MipLevels,
            ArrayLayers = LayerCount,
            Samples = VkFormats.Samples(SampleCount),
            Tiling = V.ImageTiling.Optimal,
            Usage = usage,
            SharingMode = V.SharingMode.Exclusive,
            InitialLayout = V.ImageLayout.Undefined,
        };
        CheckSupported(info, about);
        if ((Usage & TextureUsage.GenerateMipmaps) != 0)
            CheckBlit(about);
        V.Image image;
        VkCheck.Success(_device.Api.CreateImage(_device.Handle, &info, null, &image), "vkCreateImage", about);
        try
        {
            V.MemoryRequirements requirements;
            _device.Api.GetImageMemoryRequirements(_device.Handle, image, &requirements);
            allocation = _device.Memory.Allocate(requirements, VkMemoryUse.Device, true, about);
        }
        catch
        {
            _device.Api.DestroyImage(_device.Handle, image, null);
            throw;
        }

        V.Result result = _device.Api.BindImageMemory(_device.Handle, image, allocation.Block.Memory, allocation.Offset);
        if (result != V.Result.Success)
        {
            _device.Api.DestroyImage(_device.Handle, image, null);
            _device.Memory.Free(allocation);
            throw VkCheck.Failure(result, "vkBindImageMemory", about);
        }

        return image;
    }

    private void CheckSupported(in V.ImageCreateInfo info, string about)
    {
        V.ImageFormatProperties limits;
        V.Result result = _device.Api.GetPhysicalDeviceImageFormatProperties(
            _device.Physical, info.Format, info.ImageType, info.Tiling, info.Usage, info.Flags, &limits);
        VkCheck.Success(result, "vkGetPhysicalDeviceImageFormatProperties", about);
        if (Width > limits.MaxExtent.Width || Height > limits.MaxExtent.Height || Depth > limits.MaxExtent.Depth
            || LayerCount > limits.MaxArrayLayers)
        {
            throw new VeldridException(
                $"The device allows {limits.MaxExtent.Width} × {limits.MaxExtent.Height} × {limits.MaxExtent.Depth}, {limits.MaxArrayLayers} layers; asked for was {about}.");
        }

        if ((limits.SampleCounts & info.Samples) == 0)
            throw new VeldridException($"The device does not allow {SampleCount} here; asked for was {about}.");
    }

    private void CheckBlit(string about)
    {
        const V.FormatFeatureFlags Needed = V.FormatFeatureFlags.BlitSrcBit | V.FormatFeatureFlags.BlitDstBit
            | V.FormatFeatureFlags.SampledImageFilterLinearBit;
        V.FormatProperties properties;
        _device.Api.GetPhysicalDeviceFormatProperties(_device.Physical, VulkanFormat, &properties);
        if ((properties.OptimalTilingFeatures & Needed) != Needed)
            throw new VeldridException($"The device cannot generate mip levels of {Format}; asked for was {about}.");
    }
}
