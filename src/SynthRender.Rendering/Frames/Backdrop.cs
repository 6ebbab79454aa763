using System.Numerics;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Frames;

/// <summary>
/// A copy of the picture with mips, made before what lets light through is drawn: sharp and blurred views of what lies behind.
/// There is none until a frame needs it.
/// </summary>
internal sealed class Backdrop : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly PassLayouts _layouts;
    private readonly Sampler _sampler;
    private readonly ResourceSet _none;
    private readonly Texture _blank;
    private Texture? _picture;
    private ResourceSet? _set;

    /// <param name="device">Makes it.</param>
    /// <param name="layouts">How shaders see it.</param>
    /// <param name="blank">Stands in where no frame has needed a picture yet; nothing reads it.</param>
    internal Backdrop(GraphicsDevice device, PassLayouts layouts, Texture blank)
    {
        (_device, _layouts, _blank) = (device, layouts, blank);
        _sampler = device.ResourceFactory.CreateSampler(SamplerDescription.Linear with
        {
            AddressModeU = SamplerAddressMode.Clamp, AddressModeV = SamplerAddressMode.Clamp,
        });
        _none = device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(layouts.Behind, blank, _sampler, blank, blank, blank));
    }

    /// <summary>What passes that shade layers bind.</summary>
    internal ResourceSet Set => _set ?? _none;

    /// <summary>Copies what has been drawn so far.</summary>
    internal void Record(CommandList commands, Texture radiance)
    {
        Fit(radiance);
        commands.CopyTexture(radiance, 0, 0, 0, 0, 0, _picture!, 0, 0, 0, 0, 0, radiance.Width, radiance.Height, 1, 1);
        if (_picture!.MipLevels > 1) commands.GenerateMipmaps(_picture);
    }

    /// <summary>Makes room for a picture of a size, before any pass binds it.</summary>
    internal void Fit(Texture radiance)
    {
        if (_picture is { } fitting && fitting.Width == radiance.Width && fitting.Height == radiance.Height) return;
        DisposePicture();
        var levels = (uint)BitOperations.Log2(Math.Max(radiance.Width, radiance.Height)) + 1;
        _picture = _device.ResourceFactory.CreateTexture(TextureDescription.Texture2D(
            radiance.Width, radiance.Height, levels, 1, radiance.Format,
            levels > 1 ? TextureUsage.Sampled | TextureUsage.GenerateMipmaps : TextureUsage.Sampled));
        _picture.Name = "backdrop";
        _set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(_layouts.Behind, _picture, _sampler, _blank, _blank, _blank));
    }

    public void Dispose()
    {
        DisposePicture();
        _none.Dispose();
        _sampler.Dispose();
    }

    private void DisposePicture()
    {
        _set?.Dispose();
        _picture?.Dispose();
    }
}
