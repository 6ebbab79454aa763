using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Lights each pixel once, and fills the background.</summary>
internal sealed class LightingPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Pipeline _pipeline = FullScreen.Pipeline(
        device, shaders, "lighting.frag", Targets.LightingOutputs, layouts.Frame, layouts.Lighting);

    internal void Record(FrameSlot slot, Targets targets)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.LightingFramebuffer);
        commands.SetPipeline(_pipeline);
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, targets.LightingInputs);
        commands.Draw(3);
    }

    public void Dispose() => _pipeline.Dispose();
}
