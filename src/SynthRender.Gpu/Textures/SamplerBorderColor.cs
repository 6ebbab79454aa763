namespace SynthRender.Gpu;

/// <summary>The colour around a texture sampled with <see cref="SamplerAddressMode.Border"/>.</summary>
public enum SamplerBorderColor : byte
{
    /// <summary>(0, 0, 0, 0).</summary>
    TransparentBlack = 0,

    /// <summary>(0, 0, 0, 1).</summary>
    OpaqueBlack = 1,

    /// <summary>(1, 1, 1, 1).</summary>
    OpaqueWhite = 2,
}
