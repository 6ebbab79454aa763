using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Frames;

/// <summary>
/// Two depth buffers in turn, which take blended surfaces off from behind: one has the layer that was drawn last, the other finds the
/// next.
/// </summary>
internal sealed class PeeledDepth : IDisposable
{
    private const int Buffers = 2;
    private readonly Texture[] _depth = new Texture[Buffers];
    private readonly Framebuffer[] _finding = new Framebuffer[Buffers];
    private readonly Framebuffer[] _drawing = new Framebuffer[Buffers];
    private readonly ResourceSet[] _sets = new ResourceSet[Buffers];
    private readonly ResourceSet _opaque;

    internal PeeledDepth(GraphicsDevice device, PassLayouts layouts, Texture opaqueDepth, Texture radiance)
    {
        var factory = device.ResourceFactory;
        for (var i = 0; i < Buffers; i++)
        {
            _depth[i] = factory.CreateTexture(TextureDescription.Texture2D(
                radiance.Width, radiance.Height, 1, 1, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled));
            _depth[i].Name = $"peeled depth {i}";
            _finding[i] = factory.CreateFramebuffer(new FramebufferDescription(_depth[i]));
            _drawing[i] = factory.CreateFramebuffer(new FramebufferDescription(_depth[i], radiance));
            _sets[i] = factory.CreateResourceSet(new ResourceSetDescription(layouts.Peel, _depth[i], device.PointSampler));
        }

        _opaque = factory.CreateResourceSet(new ResourceSetDescription(layouts.Peel, opaqueDepth, device.PointSampler));
    }

    /// <summary>Where the depth of a layer, counted from 0, is found.</summary>
    internal Framebuffer Finding(int layer) => _finding[layer % Buffers];

    /// <summary>The picture with the depth of a layer.</summary>
    internal Framebuffer Drawing(int layer) => _drawing[layer % Buffers];

    /// <summary>The depth that a layer must be in front of: that of the one before it, or of what is opaque.</summary>
    internal ResourceSet Behind(int layer) => layer == 0 ? _opaque : _sets[(layer - 1) % Buffers];

    public void Dispose()
    {
        _opaque.Dispose();
        for (var i = 0; i < Buffers; i++)
        {
            _sets[i].Dispose();
            _finding[i].Dispose();
            _drawing[i].Dispose();
            _depth[i].Dispose();
        }
    }
}
