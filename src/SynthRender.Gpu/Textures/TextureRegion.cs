namespace SynthRender.Gpu;

/// <summary>A box of texels of one mip level and some layers; layers of a cube map count six per cube.</summary>
internal readonly record struct TextureRegion(
    uint X,
    uint Y,
    uint Z,
    uint MipLevel,
    uint BaseLayer,
    uint Width,
    uint Height,
    uint Depth,
    uint LayerCount);
