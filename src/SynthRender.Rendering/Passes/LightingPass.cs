using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Lights each pixel once, and fills the background.</summary>
internal sealed class LightingPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Dictionary<(LightGroups Lights, bool Occluded), Pipeline> _pipelines = [];

    /// <param name="slot">The frame.</param>
    /// <param name="targets">Where it is drawn.</param>
    /// <param name="lights">The groups of lights that it has.</param>
    /// <param name="occlusion">The inputs with ambient occlusion, or null when the frame has none.</param>
    internal void Record(FrameSlot slot, Targets targets, LightGroups lights, ResourceSet? occlusion)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.LightingFramebuffer);
        commands.SetPipeline(PipelineFor(lights, occlusion is not null));
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, occlusion ?? targets.LightingInputs);
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
        _pipelines.Clear();
    }

    private Pipeline PipelineFor(LightGroups lights, bool occluded)
    {
        if (_pipelines.TryGetValue((lights, occluded), out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            device, shaders, "lighting.frag", Targets.LightingOutputs, [layouts.Frame, layouts.Lighting],
            new SpecializationConstant(16, (uint)lights), new SpecializationConstant(17, occluded));
        _pipelines.Add((lights, occluded), pipeline);
        return pipeline;
    }
}
