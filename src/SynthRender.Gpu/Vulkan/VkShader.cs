namespace SynthRender.Gpu.Vulkan;

/// <summary>A shader module.</summary>
internal sealed unsafe class VkShader : Shader, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkShader(VkGraphicsDevice device, in ShaderDescription description)
        : base(description.Stage, description.EntryPoint)
    {
        _device = device;
        fixed (byte* code = description.ShaderBytes)
        {
            var info = new V.ShaderModuleCreateInfo
            {
                SType = V.StructureType.ShaderModuleCreateInfo,
                CodeSize = (nuint)description.ShaderBytes.Length,
                PCode = (uint*)code,
            };
            V.ShaderModule module;
            VkCheck.Success(
                device.Api.CreateShaderModule(device.Handle, &info, null, &module),
                "vkCreateShaderModule",
                $"a {description.Stage} shader of {description.ShaderBytes.Length} bytes");
            Handle = module;
        }

        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.ShaderModule, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.ShaderModule Handle { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy() => _device.Api.DestroyShaderModule(_device.Handle, Handle, null);
}
