namespace SynthRender.Gpu.Vulkan;

/// <summary>Makes the Vulkan twins.</summary>
internal sealed class VkResourceFactory : ResourceFactory
{
    private readonly VkGraphicsDevice _device;

    internal VkResourceFactory(VkGraphicsDevice device)
        : base(device.Features) => _device = device;

    public override GraphicsBackend BackendType => GraphicsBackend.Vulkan;

    public override Fence CreateFence(bool signaled) => new VkFence(_device, signaled);

    private protected override Pipeline CreateGraphicsPipelineCore(in GraphicsPipelineDescription description) =>
        new VkPipeline(_device, description);

    private protected override Pipeline CreateComputePipelineCore(in ComputePipelineDescription description) =>
        new VkPipeline(_device, description);

    private protected override Framebuffer CreateFramebufferCore(in FramebufferDescription description) =>
        new VkFramebuffer(_device, description);

    private protected override Texture CreateTextureCore(in TextureDescription description)
    {
        var texture = new VkTexture(_device, description);
        if (!texture.IsStaging)
            _device.Introduce(texture);
        return texture;
    }

    private protected override TextureView CreateTextureViewCore(in TextureViewDescription description) =>
        new VkTextureView(_device, description, true);

    private protected override DeviceBuffer CreateBufferCore(in BufferDescription description) =>
        new VkBuffer(_device, description);

    private protected override Sampler CreateSamplerCore(in SamplerDescription description) =>
        new VkSampler(_device, description);

    private protected override Shader CreateShaderCore(in ShaderDescription description) =>
        new VkShader(_device, description);

    private protected override CommandList CreateCommandListCore() => new VkCommandList(_device);

    private protected override ResourceLayout CreateResourceLayoutCore(in ResourceLayoutDescription description) =>
        new VkResourceLayout(_device, description);

    private protected override ResourceSet CreateResourceSetCore(in ResourceSetDescription description) =>
        new VkResourceSet(_device, description);
}
