namespace SynthRender.Gpu;

/// <summary>Makes the resources of a device. Its methods may be called from any thread.</summary>
public abstract class ResourceFactory
{
    private protected ResourceFactory(GraphicsDeviceFeatures features)
    {
        Features = features;
    }

    /// <summary>Always <see cref="GraphicsBackend.Vulkan"/>.</summary>
    public abstract GraphicsBackend BackendType { get; }

    /// <summary>What the device can do beyond the least.</summary>
    public GraphicsDeviceFeatures Features { get; }

    /// <summary>Makes a graphics pipeline.</summary>
    public Pipeline CreateGraphicsPipeline(GraphicsPipelineDescription description) =>
        CreateGraphicsPipeline(ref description);

    /// <summary>Makes a graphics pipeline.</summary>
    public Pipeline CreateGraphicsPipeline(ref GraphicsPipelineDescription description)
    {
        PipelineChecks.Graphics(description, Features);
        return CreateGraphicsPipelineCore(description);
    }

    /// <summary>Makes a compute pipeline.</summary>
    public Pipeline CreateComputePipeline(ComputePipelineDescription description) =>
        CreateComputePipeline(ref description);

    /// <summary>Makes a compute pipeline.</summary>
    public Pipeline CreateComputePipeline(ref ComputePipelineDescription description)
    {
        PipelineChecks.Compute(description);
        return CreateComputePipelineCore(description);
    }

    /// <summary>Makes a framebuffer.</summary>
    public Framebuffer CreateFramebuffer(FramebufferDescription description) => CreateFramebuffer(ref description);

    /// <summary>Makes a framebuffer. Its targets are of one size and one sample count.</summary>
    public Framebuffer CreateFramebuffer(ref FramebufferDescription description)
    {
        FramebufferChecks.Targets(description);
        return CreateFramebufferCore(description);
    }

    /// <summary>Makes a texture. Its contents are undefined.</summary>
    public Texture CreateTexture(TextureDescription description) => CreateTexture(ref description);

    /// <summary>Makes a texture. Its contents are undefined.</summary>
    public Texture CreateTexture(ref TextureDescription description)
    {
        DescriptionChecks.Texture(description);
        return CreateTextureCore(description);
    }

    /// <summary>Makes a view of a whole texture.</summary>
    public TextureView CreateTextureView(Texture target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return CreateTextureView(new TextureViewDescription(target));
    }

    /// <summary>Makes a view of a part of a texture.</summary>
    public TextureView CreateTextureView(TextureViewDescription description) => CreateTextureView(ref description);

    /// <summary>Makes a view of a part of a texture.</summary>
    public TextureView CreateTextureView(ref TextureViewDescription description)
    {
        DescriptionChecks.TextureView(description);
        return CreateTextureViewCore(description);
    }

    /// <summary>Makes a buffer. Its contents are undefined.</summary>
    public DeviceBuffer CreateBuffer(BufferDescription description) => CreateBuffer(ref description);

    /// <summary>Makes a buffer. Its contents are undefined.</summary>
    public DeviceBuffer CreateBuffer(ref BufferDescription description)
    {
        DescriptionChecks.Buffer(description);
        return CreateBufferCore(description);
    }

    /// <summary>Makes a sampler.</summary>
    public Sampler CreateSampler(SamplerDescription description) => CreateSampler(ref description);

    /// <summary>Makes a sampler.</summary>
    public Sampler CreateSampler(ref SamplerDescription description)
    {
        DescriptionChecks.Sampler(description, Features);
        return CreateSamplerCore(description);
    }

    /// <summary>Makes a shader from SPIR-V.</summary>
    public Shader CreateShader(ShaderDescription description) => CreateShader(ref description);

    /// <summary>Makes a shader from SPIR-V.</summary>
    public Shader CreateShader(ref ShaderDescription description)
    {
        DescriptionChecks.Shader(description, Features);
        return CreateShaderCore(description);
    }

    /// <summary>Makes a command list.</summary>
    public CommandList CreateCommandList() => CreateCommandListCore();

    /// <summary>Makes a command list.</summary>
    public CommandList CreateCommandList(CommandListDescription description) => CreateCommandListCore();

    /// <summary>Makes a command list.</summary>
    public CommandList CreateCommandList(ref CommandListDescription description) => CreateCommandListCore();

    /// <summary>Makes a resource layout.</summary>
    public ResourceLayout CreateResourceLayout(ResourceLayoutDescription description) =>
        CreateResourceLayout(ref description);

    /// <summary>Makes a resource layout.</summary>
    public ResourceLayout CreateResourceLayout(ref ResourceLayoutDescription description)
    {
        DescriptionChecks.ResourceLayout(description);
        return CreateResourceLayoutCore(description);
    }

    /// <summary>Makes a resource set.</summary>
    public ResourceSet CreateResourceSet(ResourceSetDescription description) => CreateResourceSet(ref description);

    /// <summary>Makes a resource set: one resource per element of its layout, each of the kind that the element says.</summary>
    public ResourceSet CreateResourceSet(ref ResourceSetDescription description)
    {
        DescriptionChecks.ResourceSet(description);
        return CreateResourceSetCore(description);
    }

    /// <summary>Makes a fence.</summary>
    public abstract Fence CreateFence(bool signaled);

    private protected abstract Pipeline CreateGraphicsPipelineCore(in GraphicsPipelineDescription description);

    private protected abstract Pipeline CreateComputePipelineCore(in ComputePipelineDescription description);

    private protected abstract Framebuffer CreateFramebufferCore(in FramebufferDescription description);

    private protected abstract Texture CreateTextureCore(in TextureDescription description);

    private protected abstract TextureView CreateTextureViewCore(in TextureViewDescription description);

    private protected abstract DeviceBuffer CreateBufferCore(in BufferDescription description);

    private protected abstract Sampler CreateSamplerCore(in SamplerDescription description);

    private protected abstract Shader CreateShaderCore(in ShaderDescription description);

    private protected abstract CommandList CreateCommandListCore();

    private protected abstract ResourceLayout CreateResourceLayoutCore(in ResourceLayoutDescription description);

    private protected abstract ResourceSet CreateResourceSetCore(in ResourceSetDescription description);
}
