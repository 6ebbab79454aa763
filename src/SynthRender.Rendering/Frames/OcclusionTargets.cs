using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Frames;

/// <summary>What ambient occlusion is found in: images of a half or a quarter of the frame's sides with visibility and planar depth. Made when a frame asks for it.</summary>
internal sealed class OcclusionTargets : IDisposable
{
    private const PixelFormat Format = PixelFormat.R32_UInt;

    private readonly Texture _found;
    private readonly Texture _filtered;

    internal OcclusionTargets(GraphicsDevice device, PassLayouts layouts, Targets frame)
    {
        _found = Target(device, frame, "ambient occlusion");
        _filtered = Target(device, frame, "filtered ambient occlusion");
        FoundFramebuffer = device.ResourceFactory.CreateFramebuffer(new FramebufferDescription(null, _found));
        FilteredFramebuffer = device.ResourceFactory.CreateFramebuffer(new FramebufferDescription(null, _filtered));
        FilterInputs = frame.LightingInputsWith(device, layouts, _found);
        LightingInputs = frame.LightingInputsWith(device, layouts, _filtered);
    }

    internal static OutputDescription Outputs { get; } =
        new(null, [new OutputAttachmentDescription(Format)], TextureSampleCount.Count1);

    internal Framebuffer FoundFramebuffer { get; }
    internal Framebuffer FilteredFramebuffer { get; }

    /// <summary>The result.</summary>
    internal Texture Filtered => _filtered;

    /// <summary>What the filter reads.</summary>
    internal ResourceSet FilterInputs { get; }

    /// <summary>What the lighting pass reads in a frame with ambient occlusion.</summary>
    internal ResourceSet LightingInputs { get; }

    public void Dispose()
    {
        LightingInputs.Dispose();
        FilterInputs.Dispose();
        FoundFramebuffer.Dispose();
        FilteredFramebuffer.Dispose();
        _found.Dispose();
        _filtered.Dispose();
    }

    private static Texture Target(GraphicsDevice device, Targets frame, string name)
    {
        var block = FrameLighting.OcclusionBlock(frame.Width, frame.Height);
        var texture = device.ResourceFactory.CreateTexture(TextureDescription.Texture2D(
            frame.Width / block + 1, frame.Height / block + 1, 1, 1, Format, TextureUsage.RenderTarget | TextureUsage.Sampled));
        texture.Name = name;
        return texture;
    }
}
