namespace SynthRender.Gpu.Vulkan;

/// <summary>How many descriptors of each type a set takes from its pool.</summary>
internal readonly record struct VkDescriptorCounts(
    int Uniform,
    int UniformDynamic,
    int Storage,
    int StorageDynamic,
    int SampledImage,
    int StorageImage,
    int Sampler)
{
    internal VkDescriptorCounts Plus(V.DescriptorType type) => type switch
    {
        V.DescriptorType.UniformBuffer => this with { Uniform = Uniform + 1 },
        V.DescriptorType.UniformBufferDynamic => this with { UniformDynamic = UniformDynamic + 1 },
        V.DescriptorType.StorageBuffer => this with { Storage = Storage + 1 },
        V.DescriptorType.StorageBufferDynamic => this with { StorageDynamic = StorageDynamic + 1 },
        V.DescriptorType.SampledImage => this with { SampledImage = SampledImage + 1 },
        V.DescriptorType.StorageImage => this with { StorageImage = StorageImage + 1 },
        _ => this with { Sampler = Sampler + 1 },
    };

    internal bool Fits(in VkDescriptorCounts rest) =>
        Uniform <= rest.Uniform && UniformDynamic <= rest.UniformDynamic
        && Storage <= rest.Storage && StorageDynamic <= rest.StorageDynamic
        && SampledImage <= rest.SampledImage && StorageImage <= rest.StorageImage && Sampler <= rest.Sampler;

    internal VkDescriptorCounts Add(in VkDescriptorCounts other, int sign) => new(
        Uniform + (sign * other.Uniform),
        UniformDynamic + (sign * other.UniformDynamic),
        Storage + (sign * other.Storage),
        StorageDynamic + (sign * other.StorageDynamic),
        SampledImage + (sign * other.SampledImage),
        StorageImage + (sign * other.StorageImage),
        Sampler + (sign * other.Sampler));

    internal VkDescriptorCounts AtLeast(int count) => new(
        Math.Max(Uniform, count),
        Math.Max(UniformDynamic, count),
        Math.Max(Storage, count),
        Math.Max(StorageDynamic, count),
        Math.Max(SampledImage, count),
        Math.Max(StorageImage, count),
        Math.Max(Sampler, count));
}
