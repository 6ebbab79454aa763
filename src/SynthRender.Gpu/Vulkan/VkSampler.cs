namespace SynthRender.Gpu.Vulkan;

/// <summary>A sampler.</summary>
internal sealed unsafe class VkSampler : Sampler, IVkObject
{
    private readonly VkGraphicsDevice _device;
    private string _name = string.Empty;

    internal VkSampler(VkGraphicsDevice device, in SamplerDescription description)
    {
        _device = device;
        bool isAnisotropic = description.Filter == SamplerFilter.Anisotropic;
        if (isAnisotropic && description.MaximumAnisotropy > device.Limits.MaxSamplerAnisotropy)
        {
            throw new VeldridException(
                $"Sampler description: MaximumAnisotropy is {description.MaximumAnisotropy}; the device has at most {device.Limits.MaxSamplerAnisotropy}.");
        }

        (V.Filter min, V.Filter mag, V.SamplerMipmapMode mip) = Filters(description.Filter);
        var info = new V.SamplerCreateInfo
        {
            SType = V.StructureType.SamplerCreateInfo,
            MinFilter = min,
            MagFilter = mag,
            MipmapMode = mip,
            AddressModeU = VkStates.Address(description.AddressModeU),
            AddressModeV = VkStates.Address(description.AddressModeV),
            AddressModeW = VkStates.Address(description.AddressModeW),
            MipLodBias = description.LodBias,
            AnisotropyEnable = isAnisotropic,
            MaxAnisotropy = isAnisotropic ? description.MaximumAnisotropy : 1,
            CompareEnable = description.ComparisonKind is not null,
            CompareOp = VkStates.Compare(description.ComparisonKind ?? ComparisonKind.Never),
            MinLod = description.MinimumLod,
            MaxLod = description.MaximumLod,
            BorderColor = VkStates.Border(description.BorderColor),
        };
        V.Sampler sampler;
        VkCheck.Success(device.Api.CreateSampler(device.Handle, &info, null, &sampler), "vkCreateSampler", "a sampler");
        Handle = sampler;
        Lifetime = new VkLifetime(device.Live, this);
    }

    public override string Name
    {
        get => _name;
        set
        {
            _name = value ?? string.Empty;
            _device.Debug.SetName(_device.Handle, V.ObjectType.Sampler, Handle.Handle, _name);
        }
    }

    public override bool IsDisposed => Lifetime.IsDisposed;

    internal VkLifetime Lifetime { get; }

    internal V.Sampler Handle { get; }

    public override void Dispose() => Lifetime.DisposeByUser();

    public void Destroy() => _device.Api.DestroySampler(_device.Handle, Handle, null);

    private static (V.Filter Min, V.Filter Mag, V.SamplerMipmapMode Mip) Filters(SamplerFilter filter)
    {
        if (filter == SamplerFilter.Anisotropic)
            return (V.Filter.Linear, V.Filter.Linear, V.SamplerMipmapMode.Linear);

        // The names count in binary: min, mag, mip.
        int bits = (int)filter;
        return (
            (bits & 4) != 0 ? V.Filter.Linear : V.Filter.Nearest,
            (bits & 2) != 0 ? V.Filter.Linear : V.Filter.Nearest,
            (bits & 1) != 0 ? V.SamplerMipmapMode.Linear : V.SamplerMipmapMode.Nearest);
    }
}
