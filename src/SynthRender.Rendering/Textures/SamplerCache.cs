using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>One sampler for each way in which slots read textures; there are few.</summary>
internal sealed class SamplerCache(GraphicsDevice device) : IDisposable
{
    private const uint Anisotropy = 8;

    // Mesa's CPU driver sums over the whole ellipse of a pixel's footprint: three quarters of the geometry pass where all is textured.
    private readonly bool _anisotropic = device.Features.SamplerAnisotropy && !device.DeviceName.Contains("llvmpipe", StringComparison.Ordinal);
    private readonly Dictionary<(TextureWrap U, TextureWrap V, bool Linear, bool Mipmaps, bool Anisotropic), Sampler> _samplers = [];

    /// <param name="slot">How it is read.</param>
    /// <param name="anisotropic">False where the shader gives gradients: Mesa's CPU driver would take others in their place.</param>
    internal Sampler Get(TextureSlot slot, bool anisotropic = true)
    {
        anisotropic &= _anisotropic;
        var key = (slot.WrapU, slot.WrapV, slot.Linear, slot.Mipmaps, anisotropic);
        if (_samplers.TryGetValue(key, out var sampler)) return sampler;
        var filter = (slot.Linear, slot.Mipmaps) switch
        {
            (true, true) when anisotropic => SamplerFilter.Anisotropic,
            (true, true) => SamplerFilter.MinLinear_MagLinear_MipLinear,
            (true, false) => SamplerFilter.MinLinear_MagLinear_MipPoint,
            (false, true) => SamplerFilter.MinPoint_MagPoint_MipLinear,
            (false, false) => SamplerFilter.MinPoint_MagPoint_MipPoint,
        };
        sampler = device.ResourceFactory.CreateSampler(new SamplerDescription(
            Mode(slot.WrapU), Mode(slot.WrapV), SamplerAddressMode.Clamp, filter, null,
            filter == SamplerFilter.Anisotropic ? Anisotropy : 0, 0, slot.Mipmaps ? uint.MaxValue : 0, 0, SamplerBorderColor.TransparentBlack));
        _samplers.Add(key, sampler);
        return sampler;
    }

    public void Dispose()
    {
        foreach (var sampler in _samplers.Values) sampler.Dispose();
        _samplers.Clear();
    }

    private static SamplerAddressMode Mode(TextureWrap wrap) => wrap switch
    {
        TextureWrap.Repeat => SamplerAddressMode.Wrap,
        TextureWrap.MirroredRepeat => SamplerAddressMode.Mirror,
        TextureWrap.ClampToEdge => SamplerAddressMode.Clamp,
        _ => throw new ArgumentOutOfRangeException(nameof(wrap), wrap, "Unknown texture wrap mode."),
    };
}
