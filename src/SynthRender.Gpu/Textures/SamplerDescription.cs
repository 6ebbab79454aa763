namespace SynthRender.Gpu;

/// <summary>What a <see cref="Sampler"/> is made from.</summary>
public struct SamplerDescription
{
    /// <summary>Outside 0..1 in u.</summary>
    public SamplerAddressMode AddressModeU;

    /// <summary>Outside 0..1 in v.</summary>
    public SamplerAddressMode AddressModeV;

    /// <summary>Outside 0..1 in w.</summary>
    public SamplerAddressMode AddressModeW;

    /// <summary>The filter.</summary>
    public SamplerFilter Filter;

    /// <summary>The comparison of a shadow sampler, reference against texel; null: an ordinary sampler.</summary>
    public ComparisonKind? ComparisonKind;

    /// <summary>The most samples of <see cref="SamplerFilter.Anisotropic"/>.</summary>
    public uint MaximumAnisotropy;

    /// <summary>The finest mip level that is read.</summary>
    public uint MinimumLod;

    /// <summary>The coarsest mip level that is read.</summary>
    public uint MaximumLod;

    /// <summary>What is added to the mip level.</summary>
    public int LodBias;

    /// <summary>The colour of <see cref="SamplerAddressMode.Border"/>.</summary>
    public SamplerBorderColor BorderColor;

    /// <summary>Repeats; nearest texel.</summary>
    public static readonly SamplerDescription Point =
        new(SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerFilter.MinPoint_MagPoint_MipPoint,
            null, 0, 0, uint.MaxValue, 0, SamplerBorderColor.TransparentBlack);

    /// <summary>Repeats; trilinear.</summary>
    public static readonly SamplerDescription Linear =
        new(SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerFilter.MinLinear_MagLinear_MipLinear,
            null, 0, 0, uint.MaxValue, 0, SamplerBorderColor.TransparentBlack);

    /// <summary>Repeats; anisotropic, 4 samples.</summary>
    public static readonly SamplerDescription Aniso4x =
        new(SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerAddressMode.Wrap, SamplerFilter.Anisotropic,
            null, 4, 0, uint.MaxValue, 0, SamplerBorderColor.TransparentBlack);

    /// <summary>All fields.</summary>
    public SamplerDescription(
        SamplerAddressMode addressModeU,
        SamplerAddressMode addressModeV,
        SamplerAddressMode addressModeW,
        SamplerFilter filter,
        ComparisonKind? comparisonKind,
        uint maximumAnisotropy,
        uint minimumLod,
        uint maximumLod,
        int lodBias,
        SamplerBorderColor borderColor)
    {
        AddressModeU = addressModeU;
        AddressModeV = addressModeV;
        AddressModeW = addressModeW;
        Filter = filter;
        ComparisonKind = comparisonKind;
        MaximumAnisotropy = maximumAnisotropy;
        MinimumLod = minimumLod;
        MaximumLod = maximumLod;
        LodBias = lodBias;
        BorderColor = borderColor;
    }
}
