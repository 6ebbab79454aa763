using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws the environment, sharp, or a picture where there is no surface.</summary>
internal sealed class BackgroundPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private readonly Dictionary<string, Pipeline> _pipelines = [];

    internal void Record(FrameSlot slot, Targets targets, EnvironmentKind kind)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        commands.SetPipeline(Get($"background_{kind.ToString().ToLowerInvariant()}.frag", layouts.Environment));
        commands.SetGraphicsResourceSet(0, slot.EnvironmentSet!);
        commands.Draw(3);
    }

    /// <param name="slot">The frame.</param>
    /// <param name="targets">Where it is drawn.</param>
    /// <param name="picture">The image.</param>
    /// <param name="record">Offset of its <see cref="PictureRecord"/>.</param>
    /// <param name="blurred">Whether it is blurred.</param>
    internal void Record(FrameSlot slot, Targets targets, ResourceSet picture, uint record, bool blurred)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        commands.SetPipeline(Get(blurred ? "background_blurred_picture.frag" : "background_picture.frag", layouts.Draw, layouts.Picture));
        commands.SetGraphicsResourceSet(0, slot.Records.Set!, 1, ref record);
        commands.SetGraphicsResourceSet(1, picture);
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
    }

    private Pipeline Get(string fragment, params ResourceLayout[] sets)
    {
        if (_pipelines.TryGetValue(fragment, out var pipeline)) return pipeline;
        // The depth buffer is reversed: it holds 0, the depth of the triangle, where nothing was drawn.
        pipeline = device.ResourceFactory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            BlendStateDescription.SingleDisabled,
            new DepthStencilStateDescription(true, false, ComparisonKind.Equal),
            RasterizerStateDescription.CullNone,
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription([], [shaders.Get("fullscreen.vert"), shaders.Get(fragment)]),
            sets,
            Targets.BlendOutputs));
        pipeline.Name = fragment;
        _pipelines.Add(fragment, pipeline);
        return pipeline;
    }
}
