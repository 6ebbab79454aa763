using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Sets the exposure from the light of the frame: the mean of log luminance over a fixed grid of samples, in two small passes.</summary>
internal sealed class ExposureMeter : IDisposable
{
    private const uint Parts = 16;
    private static readonly OutputDescription Output = new(null, new OutputAttachmentDescription(PixelFormat.R32_Float));
    private readonly GraphicsDevice _device;
    private readonly ResourceLayout _layout;
    private readonly DeviceBufferRange _constants;
    private readonly Texture _means;
    private readonly Framebuffer _meansFramebuffer;
    private readonly Framebuffer _factorFramebuffer;
    private readonly ResourceSet _meansInput;
    private readonly Pipeline _meanPipeline;
    private readonly Pipeline _factorPipeline;
    private Texture? _radiance;
    private ResourceSet? _radianceInput;

    internal ExposureMeter(GraphicsDevice device, ShaderLibrary shaders, DeviceBufferRange constants)
    {
        var factory = device.ResourceFactory;
        (_device, _constants) = (device, constants);
        _layout = factory.CreateResourceLayout(new ResourceLayoutDescription(
            new ResourceLayoutElementDescription("source", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("Picture", ResourceKind.UniformBuffer, ShaderStages.Fragment, ResourceLayoutElementOptions.DynamicBinding)));
        _means = Target(Parts, "metered parts");
        Factor = Target(1, "metered exposure");
        _meansFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(null, _means));
        _factorFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(null, Factor));
        _meansInput = factory.CreateResourceSet(new ResourceSetDescription(_layout, _means, device.PointSampler, constants));
        _meanPipeline = FullScreen.Pipeline(device, shaders, "meter.frag", Output, [_layout]);
        _factorPipeline = FullScreen.Pipeline(device, shaders, "meter_factor.frag", Output, [_layout]);
    }

    /// <summary>One texel: the factor on the light.</summary>
    internal Texture Factor { get; }

    /// <summary>Measures a picture; <paramref name="constantsOffset"/> chooses its constants.</summary>
    internal void Record(CommandList commands, Texture radiance, uint constantsOffset)
    {
        if (_radiance != radiance)
        {
            _radianceInput?.Dispose();
            _radianceInput = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(_layout, radiance, _device.PointSampler, _constants));
            _radiance = radiance;
        }

        Draw(commands, _meanPipeline, _meansFramebuffer, _radianceInput!, constantsOffset);
        Draw(commands, _factorPipeline, _factorFramebuffer, _meansInput, constantsOffset);
    }

    public void Dispose()
    {
        _radianceInput?.Dispose();
        _meansInput.Dispose();
        _meansFramebuffer.Dispose();
        _factorFramebuffer.Dispose();
        _means.Dispose();
        Factor.Dispose();
        _meanPipeline.Dispose();
        _factorPipeline.Dispose();
        _layout.Dispose();
    }

    private static void Draw(CommandList commands, Pipeline pipeline, Framebuffer target, ResourceSet input, uint constantsOffset)
    {
        commands.SetFramebuffer(target);
        commands.SetPipeline(pipeline);
        commands.SetGraphicsResourceSet(0, input, 1, ref constantsOffset);
        commands.Draw(3);
    }

    private Texture Target(uint side, string name)
    {
        var texture = _device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(side, side, 1, 1, PixelFormat.R32_Float, TextureUsage.RenderTarget | TextureUsage.Sampled));
        texture.Name = name;
        return texture;
    }
}
