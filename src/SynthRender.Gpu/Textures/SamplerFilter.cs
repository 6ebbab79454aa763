namespace SynthRender.Gpu;

/// <summary>How a sampler filters when it shrinks (Min), when it enlarges (Mag) and between mip levels (Mip).</summary>
public enum SamplerFilter : byte
{
    /// <summary>Point when shrinking, point when enlarging, point between mip levels.</summary>
    MinPoint_MagPoint_MipPoint = 0,

    /// <summary>Point when shrinking, point when enlarging, linear between mip levels.</summary>
    MinPoint_MagPoint_MipLinear = 1,

    /// <summary>Point when shrinking, linear when enlarging, point between mip levels.</summary>
    MinPoint_MagLinear_MipPoint = 2,

    /// <summary>Point when shrinking, linear when enlarging, linear between mip levels.</summary>
    MinPoint_MagLinear_MipLinear = 3,

    /// <summary>Linear when shrinking, point when enlarging, point between mip levels.</summary>
    MinLinear_MagPoint_MipPoint = 4,

    /// <summary>Linear when shrinking, point when enlarging, linear between mip levels.</summary>
    MinLinear_MagPoint_MipLinear = 5,

    /// <summary>Linear when shrinking, linear when enlarging, point between mip levels.</summary>
    MinLinear_MagLinear_MipPoint = 6,

    /// <summary>Linear when shrinking, linear when enlarging, linear between mip levels.</summary>
    MinLinear_MagLinear_MipLinear = 7,

    /// <summary>Anisotropic, of at most <see cref="SamplerDescription.MaximumAnisotropy"/> samples.</summary>
    Anisotropic = 8,
}
