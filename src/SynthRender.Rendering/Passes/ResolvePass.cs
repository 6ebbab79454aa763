using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>From linear light to the written picture: exposure, then sRGB.</summary>
internal sealed class ResolvePass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Pipeline _pipeline = FullScreen.Pipeline(
        device, shaders, "resolve.frag", Targets.ColorOutputs, [layouts.Frame, layouts.Resolve]);

    internal void Record(FrameSlot slot, Targets targets)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.ColorFramebuffer);
        commands.SetPipeline(_pipeline);
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, targets.ResolveInputs);
        commands.Draw(3);
    }

    public void Dispose() => _pipeline.Dispose();
}
