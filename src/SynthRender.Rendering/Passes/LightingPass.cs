using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Lights each pixel once, and fills the background.</summary>
internal sealed class LightingPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Dictionary<LightGroups, Pipeline> _pipelines = [];

    internal void Record(FrameSlot slot, Targets targets, LightGroups lights)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.LightingFramebuffer);
        commands.SetPipeline(PipelineFor(lights));
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, targets.LightingInputs);
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
        _pipelines.Clear();
    }

    private Pipeline PipelineFor(LightGroups lights)
    {
        if (_pipelines.TryGetValue(lights, out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            device, shaders, "lighting.frag", Targets.LightingOutputs, [layouts.Frame, layouts.Lighting], new SpecializationConstant(16, (uint)lights));
        _pipelines.Add(lights, pipeline);
        return pipeline;
    }
}
