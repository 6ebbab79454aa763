namespace SynthRender.Gpu.Vulkan;

/// <summary>A graphics or a compute pipeline with its layout.</summary>
internal sealed unsafe class VkPipeline : Pipeline, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkPipeline(VkGraphicsDevice device, in GraphicsPipelineDescription description)
        : base((ResourceLayout[])description.ResourceLayouts.Clone())
    {
        _device = device;
        Outputs = description.Outputs;
        VertexBufferCount = description.ShaderSet.VertexLayouts.Length;
        IsScissored = description.RasterizerState.ScissorTestEnabled;
        LayoutHandle = CreateLayout();
        try
        {
            Handle = VkGraphicsPipelineBuilder.Build(device, description, LayoutHandle);
        }
        catch
        {
            device.Api.DestroyPipelineLayout(device.Handle, LayoutHandle, null);
            throw;
        }

        Lifetime = new VkLifetime(device.Live, this);
    }

    internal VkPipeline(VkGraphicsDevice device, in ComputePipelineDescription description)
        : base((ResourceLayout[])description.ResourceLayouts.Clone())
    {
        _device = device;
        IsComputePipeline = true;
        LayoutHandle = CreateLayout();
        try
        {
            Handle = CreateCompute(description);
        }
        catch
        {
            device.Api.DestroyPipelineLayout(device.Handle, LayoutHandle, null);
            throw;
        }

        Lifetime = new VkLifetime(device.Live, this);
    }

    public override bool IsComputePipeline { get; }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.Pipeline, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.Pipeline Handle { get; }

    internal V.PipelineLayout LayoutHandle { get; }

    /// <summary>Whether the scissor rectangle cuts.</summary>
    internal bool IsScissored { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy()
    {
        _device.Api.DestroyPipeline(_device.Handle, Handle, null);
        _device.Api.DestroyPipelineLayout(_device.Handle, LayoutHandle, null);
    }

    private V.PipelineLayout CreateLayout()
    {
        if (Layouts.Length > _device.Limits.MaxBoundDescriptorSets)
        {
            throw new VeldridException(
                $"Pipeline description: {Layouts.Length} resource layouts; the device has room for {_device.Limits.MaxBoundDescriptorSets}.");
        }

        V.DescriptorSetLayout* sets = stackalloc V.DescriptorSetLayout[Math.Max(Layouts.Length, 1)];
        for (int i = 0; i < Layouts.Length; i++)
            sets[i] = ((VkResourceLayout)Layouts[i]).Handle;
        var info = new V.PipelineLayoutCreateInfo
        {
            SType = V.StructureType.PipelineLayoutCreateInfo,
            SetLayoutCount = (uint)Layouts.Length,
            PSetLayouts = sets,
        };
        V.PipelineLayout layout;
        VkCheck.Success(
            _device.Api.CreatePipelineLayout(_device.Handle, &info, null, &layout),
            "vkCreatePipelineLayout",
            $"a pipeline of {Layouts.Length} resource layouts");
        return layout;
    }

    private V.Pipeline CreateCompute(in ComputePipelineDescription description)
    {
        using var constants = new VkSpecialization(description.Specializations);
        using var entryPoint = new VkText(description.ComputeShader.EntryPoint);
        var info = new V.ComputePipelineCreateInfo
        {
            SType = V.StructureType.ComputePipelineCreateInfo,
            Layout = LayoutHandle,
            Stage = new V.PipelineShaderStageCreateInfo
            {
                SType = V.StructureType.PipelineShaderStageCreateInfo,
                Stage = V.ShaderStageFlags.ComputeBit,
                Module = ((VkShader)description.ComputeShader).Handle,
                PName = entryPoint.Pointer,
                PSpecializationInfo = constants.Info,
            },
        };
        V.Pipeline pipeline;
        VkCheck.Success(
            _device.Api.CreateComputePipelines(_device.Handle, _device.PipelineCache, 1, &info, null, &pipeline),
            "vkCreateComputePipelines",
            $"the shader '{description.ComputeShader.Name}'");
        return pipeline;
    }
}
