using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Finds ambient occlusion from depth and normals, for frames that ask for it.</summary>
internal sealed class OcclusionPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private Pipeline? _find;
    private Pipeline? _filter;

    internal void Record(FrameSlot slot, Targets targets)
    {
        _find ??= FullScreen.Pipeline(device, shaders, "occlusion.frag", OcclusionTargets.Outputs, [layouts.Frame, layouts.Lighting]);
        _filter ??= FullScreen.Pipeline(device, shaders, "occlusion_filter.frag", OcclusionTargets.Outputs, [layouts.Frame, layouts.Lighting]);
        var occlusion = targets.OcclusionFor(device, layouts);
        Draw(slot, occlusion.FoundFramebuffer, _find, targets.LightingInputs);
        Draw(slot, occlusion.FilteredFramebuffer, _filter, occlusion.FilterInputs);
    }

    public void Dispose()
    {
        _find?.Dispose();
        _filter?.Dispose();
    }

    private static void Draw(FrameSlot slot, Framebuffer target, Pipeline pipeline, ResourceSet inputs)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(target);
        commands.SetPipeline(pipeline);
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, inputs);
        commands.Draw(3);
    }
}
