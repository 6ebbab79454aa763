namespace SynthRender.Gpu.Vulkan;

/// <summary>A descriptor set, written once when it is made.</summary>
internal sealed unsafe class VkResourceSet : ResourceSet, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private readonly VkDescriptorPool _pool;
    private readonly VkDescriptorCounts _counts;
    private readonly List<VkLifetime> _references = [];
    private string _name = string.Empty;

    internal VkResourceSet(VkGraphicsDevice device, in ResourceSetDescription description)
        : base(description.Layout)
    {
        _device = device;
        var layout = (VkResourceLayout)description.Layout;
        _counts = layout.Counts;
        var uses = new List<VkTextureUse>();
        var dynamics = new List<VkDynamicRange>();
        int count = layout.Types.Length;
        V.WriteDescriptorSet* writes = stackalloc V.WriteDescriptorSet[Math.Max(count, 1)];
        V.DescriptorBufferInfo* buffers = stackalloc V.DescriptorBufferInfo[Math.Max(count, 1)];
        V.DescriptorImageInfo* images = stackalloc V.DescriptorImageInfo[Math.Max(count, 1)];
        for (int i = 0; i < count; i++)
        {
            writes[i] = new V.WriteDescriptorSet
            {
                SType = V.StructureType.WriteDescriptorSet,
                DstBinding = (uint)i,
                DescriptorCount = 1,
                DescriptorType = layout.Types[i],
                PBufferInfo = &buffers[i],
                PImageInfo = &images[i],
            };
            ResourceKind kind = layout.Elements[i].Kind;
            BindableResource resource = description.BoundResources[i];
            switch (kind)
            {
                case ResourceKind.TextureReadOnly or ResourceKind.TextureReadWrite:
                    images[i] = Image(resource, kind == ResourceKind.TextureReadWrite, uses);
                    break;
                case ResourceKind.Sampler:
                    var sampler = (VkSampler)resource;
                    Keep(sampler.Lifetime);
                    images[i] = new V.DescriptorImageInfo { Sampler = sampler.Handle };
                    break;
                default:
                    buffers[i] = Buffer(resource, layout.Elements[i], dynamics);
                    WritesBuffers |= kind == ResourceKind.StructuredBufferReadWrite;
                    break;
            }
        }

        TextureUses = [.. uses];
        Dynamics = [.. dynamics];
        Handle = device.Descriptors.Allocate(layout, out _pool);
        for (int i = 0; i < count; i++)
            writes[i].DstSet = Handle;
        if (count != 0)
            device.Api.UpdateDescriptorSets(device.Handle, (uint)count, writes, 0, null);
        foreach (VkLifetime reference in _references)
            reference.AddReference();
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.DescriptorSet, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.DescriptorSet Handle { get; }

    internal VkTextureUse[] TextureUses { get; }

    /// <summary>The buffer ranges that a dynamic offset moves, in order of binding.</summary>
    internal VkDynamicRange[] Dynamics { get; }

    /// <summary>Whether a shader may write a buffer of this set.</summary>
    internal bool WritesBuffers { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _device.Descriptors.Free(_pool, Handle, _counts);
        foreach (VkLifetime reference in _references)
            reference.Release();
    }

    private void Keep(VkLifetime lifetime) => _references.Add(lifetime);

    private V.DescriptorImageInfo Image(BindableResource resource, bool isStorage, List<VkTextureUse> uses)
    {
        VkTextureView view = resource is VkTexture texture ? texture.FullView : (VkTextureView)resource;
        Keep(resource is VkTexture ? view.Texture.Lifetime : view.Lifetime);
        uses.Add(new VkTextureUse(
            view.Texture, view.BaseMipLevel, view.MipLevels, view.BaseLayer, view.Layers, isStorage));
        return new V.DescriptorImageInfo
        {
            ImageView = view.Handle,
            ImageLayout = isStorage ? V.ImageLayout.General : V.ImageLayout.ShaderReadOnlyOptimal,
        };
    }

    private V.DescriptorBufferInfo Buffer(
        BindableResource resource, in ResourceLayoutElementDescription element, List<VkDynamicRange> dynamics)
    {
        VkBuffer buffer;
        uint offset = 0;
        uint size;
        if (resource is DeviceBufferRange range)
        {
            buffer = (VkBuffer)range.Buffer;
            offset = range.Offset;
            size = range.SizeInBytes;
        }
        else
        {
            buffer = (VkBuffer)resource;
            size = buffer.SizeInBytes;
        }

        bool isUniform = element.Kind == ResourceKind.UniformBuffer;
        uint alignment = isUniform ? _device.UniformBufferMinOffsetAlignment : _device.StructuredBufferMinOffsetAlignment;
        uint largest = isUniform ? _device.Limits.MaxUniformBufferRange : _device.Limits.MaxStorageBufferRange;
        if (offset % alignment != 0)
        {
            throw new VeldridException(
                $"Resource set description: element '{element.Name}' starts at byte {offset} of the buffer '{buffer.Name}'; the device needs a multiple of {alignment}.");
        }

        if (size > largest)
        {
            throw new VeldridException(
                $"Resource set description: element '{element.Name}' is {size} bytes of the buffer '{buffer.Name}'; the device shows shaders at most {largest} at once: bind a DeviceBufferRange.");
        }

        if ((element.Options & ResourceLayoutElementOptions.DynamicBinding) != 0)
            dynamics.Add(new VkDynamicRange(buffer, offset, size, alignment));
        Keep(buffer.Lifetime);
        return new V.DescriptorBufferInfo(buffer.Handle, offset, size);
    }
}
