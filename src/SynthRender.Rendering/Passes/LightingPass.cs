using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Lights each pixel that shows a surface, once.</summary>
internal sealed class LightingPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Dictionary<(LightGroups Lights, bool Occluded), Pipeline> _pipelines = [];

    /// <param name="slot">The frame.</param>
    /// <param name="targets">Where it is drawn.</param>
    /// <param name="lights">The groups of lights that it has, and whether it has decals.</param>
    /// <param name="occluded">Whether it has ambient occlusion.</param>
    /// <param name="inputs">What is lit, with that.</param>
    internal void Record(FrameSlot slot, Targets targets, LightGroups lights, bool occluded, ResourceSet inputs)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        commands.SetPipeline(PipelineFor(lights, occluded));
        commands.SetGraphicsResourceSet(0, slot.FrameSet!);
        commands.SetGraphicsResourceSet(1, inputs);
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
            device, shaders, "lighting.frag", Targets.BlendOutputs, [layouts.Frame, layouts.Lighting],
            new DepthStencilStateDescription(true, false, ComparisonKind.Less),
            new SpecializationConstant(16, (uint)lights), new SpecializationConstant(17, occluded));
        _pipelines.Add((lights, occluded), pipeline);
        return pipeline;
    }
}
