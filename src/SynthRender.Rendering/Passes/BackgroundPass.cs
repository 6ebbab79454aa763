using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws the environment, sharp, where there is no surface.</summary>
internal sealed class BackgroundPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Dictionary<EnvironmentKind, Pipeline> _pipelines = [];

    internal void Record(FrameSlot slot, Targets targets, EnvironmentKind kind)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        commands.SetPipeline(Get(kind));
        commands.SetGraphicsResourceSet(0, slot.EnvironmentSet!);
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
    }

    private Pipeline Get(EnvironmentKind kind)
    {
        if (_pipelines.TryGetValue(kind, out var pipeline)) return pipeline;
        var fragment = $"background_{kind.ToString().ToLowerInvariant()}.frag";
        // The depth buffer is reversed: it holds 0, the depth of the triangle, where nothing was drawn.
        pipeline = device.ResourceFactory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            BlendStateDescription.SingleDisabled,
            new DepthStencilStateDescription(true, false, ComparisonKind.Equal),
            RasterizerStateDescription.CullNone,
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription([], [shaders.Get("fullscreen.vert"), shaders.Get(fragment)]),
            [layouts.Environment],
            Targets.BlendOutputs));
        pipeline.Name = fragment;
        _pipelines.Add(kind, pipeline);
        return pipeline;
    }
}
