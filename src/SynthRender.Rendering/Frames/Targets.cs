using SynthRender.Rendering.Decals;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Frames;

/// <summary>What a frame of one size is drawn into. Frames in flight share it: the queue runs them one after the other.</summary>
internal sealed class Targets : IDisposable
{
    private const PixelFormat IdFormat = PixelFormat.R32_UInt;
    private const PixelFormat DepthFormat = PixelFormat.R32_Float;
    private const PixelFormat SurfaceFormat = PixelFormat.R32_G32_B32_A32_UInt;
    private const PixelFormat RadianceFormat = PixelFormat.R16_G16_B16_A16_Float;
    private const PixelFormat ColorFormat = PixelFormat.R8_G8_B8_A8_UNorm;
    private static readonly OutputAttachmentDescription DepthAttachment = new(PixelFormat.R32_Float);

    private readonly GraphicsDevice _device;
    private readonly PassLayouts _layouts;
    private PeeledDepth? _peeled;
    private OcclusionTargets? _occlusion;
    private DecalTargets? _decals;

    internal Targets(GraphicsDevice device, PassLayouts layouts, uint width, uint height)
    {
        var factory = device.ResourceFactory;
        (_device, _layouts) = (device, layouts);
        (Width, Height) = (width, height);
        InstanceIds = Target(factory, IdFormat, "instance ids");
        Depth = Target(factory, DepthFormat, "planar depth");
        Surface = Target(factory, SurfaceFormat, "surface");
        Radiance = Target(factory, RadianceFormat, "radiance");
        Color = Target(factory, ColorFormat, "colour");
        DepthBuffer = factory.CreateTexture(TextureDescription.Texture2D(width, height, 1, 1, PixelFormat.R32_Float, TextureUsage.DepthStencil | TextureUsage.Sampled));
        DepthBuffer.Name = "depth buffer";
        GeometryFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(DepthBuffer, InstanceIds, Depth, Surface));
        BlendFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(DepthBuffer, Radiance));
        BlendIdFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(DepthBuffer, InstanceIds, Depth));
        ColorFramebuffer = factory.CreateFramebuffer(new FramebufferDescription(null, Color));
        // Ids and depth stand where ambient occlusion and decals would: without them, nobody reads there.
        LightingInputs = LightingInputsWith(device, layouts, InstanceIds);
    }

    internal static OutputDescription GeometryOutputs { get; } = Outputs(DepthAttachment, IdFormat, DepthFormat, SurfaceFormat);
    internal static OutputDescription BlendOutputs { get; } = Outputs(DepthAttachment, RadianceFormat);
    internal static OutputDescription BlendIdOutputs { get; } = Outputs(DepthAttachment, IdFormat, DepthFormat);
    internal static OutputDescription ColorOutputs { get; } = Outputs(null, ColorFormat);
    internal static OutputDescription PeelOutputs { get; } = Outputs(DepthAttachment);
    internal static OutputDescription ShadowOutputs { get; } = Outputs(DepthAttachment);

    internal uint Width { get; }
    internal uint Height { get; }

    /// <summary>The id of the nearest surface through each pixel's centre.</summary>
    internal Texture InstanceIds { get; }

    /// <summary>Its planar depth, metres; +∞ where there is none.</summary>
    internal Texture Depth { get; }

    /// <summary>Its material (Shaders/gbuffer.glsl).</summary>
    internal Texture Surface { get; }

    /// <summary>Linear light towards the camera.</summary>
    internal Texture Radiance { get; }

    /// <summary>The picture, sRGB.</summary>
    internal Texture Color { get; }

    internal Texture DepthBuffer { get; }

    /// <summary>For blended surfaces behind each other; made when a frame first has some.</summary>
    internal PeeledDepth Peeled => _peeled ??= new PeeledDepth(_device, _layouts, DepthBuffer, Radiance);

    internal Framebuffer GeometryFramebuffer { get; }
    internal Framebuffer BlendFramebuffer { get; }
    internal Framebuffer BlendIdFramebuffer { get; }
    internal Framebuffer ColorFramebuffer { get; }

    /// <summary>What the lighting pass reads in a frame without ambient occlusion.</summary>
    internal ResourceSet LightingInputs { get; }

    /// <summary>The images for ambient occlusion, made on first use.</summary>
    internal OcclusionTargets OcclusionFor(GraphicsDevice device, PassLayouts layouts) => _occlusion ??= new OcclusionTargets(device, layouts, this);

    /// <summary>The images that decals are gathered in, made on first use.</summary>
    /// <param name="device">Makes them.</param>
    /// <param name="layouts">How shaders see them.</param>
    /// <param name="blank">Stands in for what is not read.</param>
    internal DecalTargets DecalsFor(GraphicsDevice device, PassLayouts layouts, Texture blank) => _decals ??= new DecalTargets(device, layouts, this, blank);

    /// <summary>Depth, surface, an image of ambient occlusion and, where a frame has some, decals.</summary>
    internal ResourceSet LightingInputsWith(GraphicsDevice device, PassLayouts layouts, Texture occlusion, DecalTargets? decals = null) =>
        device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(
            layouts.Lighting, Depth, Surface, device.PointSampler, occlusion, decals?.Color ?? Depth, decals?.Factors ?? Depth, decals?.Tilt ?? Depth));

    public void Dispose()
    {
        _peeled?.Dispose();
        _decals?.Dispose();
        _occlusion?.Dispose();
        LightingInputs.Dispose();
        GeometryFramebuffer.Dispose();
        BlendFramebuffer.Dispose();
        BlendIdFramebuffer.Dispose();
        ColorFramebuffer.Dispose();
        InstanceIds.Dispose();
        Depth.Dispose();
        Surface.Dispose();
        Radiance.Dispose();
        Color.Dispose();
        DepthBuffer.Dispose();
    }

    private static OutputDescription Outputs(OutputAttachmentDescription? depth, params PixelFormat[] colors) =>
        new(depth, [.. colors.Select(format => new OutputAttachmentDescription(format))], TextureSampleCount.Count1);

    private Texture Target(ResourceFactory factory, PixelFormat format, string name)
    {
        var texture = factory.CreateTexture(
            TextureDescription.Texture2D(Width, Height, 1, 1, format, TextureUsage.RenderTarget | TextureUsage.Sampled));
        texture.Name = name;
        return texture;
    }
}
