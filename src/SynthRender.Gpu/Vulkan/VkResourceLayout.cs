namespace SynthRender.Gpu.Vulkan;

/// <summary>A descriptor set layout: element i of the description is binding i.</summary>
internal sealed unsafe class VkResourceLayout : ResourceLayout, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkResourceLayout(VkGraphicsDevice device, in ResourceLayoutDescription description)
        : base((ResourceLayoutElementDescription[])description.Elements.Clone())
    {
        _device = device;
        int count = Elements.Length;
        V.DescriptorSetLayoutBinding* bindings = stackalloc V.DescriptorSetLayoutBinding[Math.Max(count, 1)];
        Types = new V.DescriptorType[count];
        for (int i = 0; i < count; i++)
        {
            Types[i] = DescriptorType(Elements[i]);
            Counts = Counts.Plus(Types[i]);
            bindings[i] = new V.DescriptorSetLayoutBinding
            {
                Binding = (uint)i,
                DescriptorType = Types[i],
                DescriptorCount = 1,
                StageFlags = VkStates.Stages(Elements[i].Stages),
            };
        }

        var info = new V.DescriptorSetLayoutCreateInfo
        {
            SType = V.StructureType.DescriptorSetLayoutCreateInfo,
            BindingCount = (uint)count,
            PBindings = bindings,
        };
        V.DescriptorSetLayout layout;
        VkCheck.Success(
            device.Api.CreateDescriptorSetLayout(device.Handle, &info, null, &layout),
            "vkCreateDescriptorSetLayout",
            $"a layout of {count} elements");
        Handle = layout;
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.DescriptorSetLayout, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.DescriptorSetLayout Handle { get; }

    internal V.DescriptorType[] Types { get; }

    internal VkDescriptorCounts Counts { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy() => _device.Api.DestroyDescriptorSetLayout(_device.Handle, Handle, null);

    private static V.DescriptorType DescriptorType(in ResourceLayoutElementDescription element)
    {
        bool isDynamic = (element.Options & ResourceLayoutElementOptions.DynamicBinding) != 0;
        return element.Kind switch
        {
            ResourceKind.UniformBuffer =>
                isDynamic ? V.DescriptorType.UniformBufferDynamic : V.DescriptorType.UniformBuffer,
            ResourceKind.StructuredBufferReadOnly or ResourceKind.StructuredBufferReadWrite =>
                isDynamic ? V.DescriptorType.StorageBufferDynamic : V.DescriptorType.StorageBuffer,
            ResourceKind.TextureReadOnly => V.DescriptorType.SampledImage,
            ResourceKind.TextureReadWrite => V.DescriptorType.StorageImage,
            ResourceKind.Sampler => V.DescriptorType.Sampler,
            _ => throw new VeldridException($"Element '{element.Name}': {element.Kind} is no resource kind."),
        };
    }
}
