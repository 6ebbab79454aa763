namespace SynthRender.Gpu;

/// <summary>What a sampler reads outside 0..1.</summary>
public enum SamplerAddressMode : byte
{
    /// <summary>The texture repeats.</summary>
    Wrap = 0,

    /// <summary>The texture repeats, every other time mirrored.</summary>
    Mirror = 1,

    /// <summary>The texel at the edge.</summary>
    Clamp = 2,

    /// <summary>The colour of <see cref="SamplerDescription.BorderColor"/>.</summary>
    Border = 3,
}
