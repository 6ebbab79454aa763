using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Decals;

/// <summary>What decals are gathered in before surfaces are lit (Shaders/decals.glsl). Made when a frame first has some.</summary>
internal sealed class DecalTargets : IDisposable
{
    private const PixelFormat OwnerFormat = PixelFormat.R32_UInt;
    private const PixelFormat Format = PixelFormat.R16_G16_B16_A16_Float;
    private readonly Targets _frame;
    private readonly List<IDisposable> _resources = [];
    private ResourceSet? _occluded;

    internal DecalTargets(GraphicsDevice device, PassLayouts layouts, Targets frame, Texture blank)
    {
        _frame = frame;
        var factory = device.ResourceFactory;
        var owner = Target(OwnerFormat, "decal owners");
        (Color, Factors, Tilt) = (Target(Format, "decal colour"), Target(Format, "decal factors"), Target(Format, "decal tilt"));
        OwnerFramebuffer = Own(factory.CreateFramebuffer(new FramebufferDescription(frame.DepthBuffer, owner)));
        Framebuffer = Own(factory.CreateFramebuffer(new FramebufferDescription(null, Color, Factors, Tilt)));
        Inputs = Own(factory.CreateResourceSet(new ResourceSetDescription(layouts.Decal, frame.Depth, frame.Surface, owner, device.PointSampler)));
        LightingInputs = Own(frame.LightingInputsWith(device, layouts, frame.InstanceIds, this));
        LayeredInputs = Own(factory.CreateResourceSet(new ResourceSetDescription(layouts.Behind, blank, device.PointSampler, Color, Factors, Tilt)));

        Texture Target(PixelFormat format, string name)
        {
            var texture = Own(factory.CreateTexture(TextureDescription.Texture2D(
                frame.Width, frame.Height, 1, 1, format, TextureUsage.RenderTarget | TextureUsage.Sampled)));
            texture.Name = name;
            return texture;
        }
    }

    internal static OutputDescription OwnerOutputs { get; } = new(
        new OutputAttachmentDescription(PixelFormat.R32_Float), [new OutputAttachmentDescription(OwnerFormat)], TextureSampleCount.Count1);

    internal static OutputDescription Outputs { get; } = new(
        null, [new OutputAttachmentDescription(Format), new OutputAttachmentDescription(Format), new OutputAttachmentDescription(Format)],
        TextureSampleCount.Count1);

    internal Texture Color { get; }
    internal Texture Factors { get; }
    internal Texture Tilt { get; }
    internal Framebuffer OwnerFramebuffer { get; }
    internal Framebuffer Framebuffer { get; }

    /// <summary>What the decal pass reads.</summary>
    internal ResourceSet Inputs { get; }

    /// <summary>What the lighting pass reads in a frame without ambient occlusion.</summary>
    internal ResourceSet LightingInputs { get; }

    /// <summary>What the pass for layered surfaces reads.</summary>
    internal ResourceSet LayeredInputs { get; }

    /// <summary>What the lighting pass reads in a frame with ambient occlusion.</summary>
    internal ResourceSet OccludedLightingInputs(GraphicsDevice device, PassLayouts layouts) =>
        _occluded ??= Own(_frame.LightingInputsWith(device, layouts, _frame.OcclusionFor(device, layouts).Filtered, this));

    public void Dispose()
    {
        for (var i = _resources.Count - 1; i >= 0; i--) _resources[i].Dispose();
    }

    private T Own<T>(T resource) where T : IDisposable
    {
        _resources.Add(resource);
        return resource;
    }
}
