using SynthRender.Rendering.Decals;
using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// Gathers decals over what the geometry pass found: first whose surface each pixel shows, for the models that decals belong to, then each
/// decal's box over the ones before it. Passes that light surfaces put the result on.
/// </summary>
internal sealed class DecalPass(GraphicsDevice device, ShaderLibrary shaders, SurfacePipelines surfaces, PassLayouts layouts) : IDisposable
{
    // Values times how much of them shows add up; alpha is how much of what lies below still shows.
    private static readonly BlendAttachmentDescription Over = new(
        true, BlendFactor.SourceAlpha, BlendFactor.InverseSourceAlpha, BlendFunction.Add,
        BlendFactor.Zero, BlendFactor.InverseSourceAlpha, BlendFunction.Add);

    private readonly SurfaceDrawing _owners = new(SurfacePass.Owner, surfaces);
    private readonly Dictionary<SurfaceLook, Pipeline> _pipelines = [];

    internal void Record(FrameSlot slot, DecalTargets targets, DrawList list, DecalList decals)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.OwnerFramebuffer);
        commands.ClearColorTarget(0, default);
        _owners.Begin(slot);
        foreach (var (item, record) in decals.Owned) _owners.Draw(list.Items[item], record);

        commands.SetFramebuffer(targets.Framebuffer);
        for (var i = 0u; i < 3; i++) commands.ClearColorTarget(i, new RgbaFloat(0, 0, 0, 1));
        Pipeline? bound = null;
        foreach (var decal in decals.Items)
        {
            var pipeline = PipelineFor(decal.Look);
            if (pipeline != bound)
            {
                commands.SetPipeline(pipeline);
                commands.SetGraphicsResourceSet(2, slot.FrameSet!);
                commands.SetGraphicsResourceSet(3, targets.Inputs);
                bound = pipeline;
            }

            var record = decal.Record;
            commands.SetGraphicsResourceSet(0, slot.Records.Set!, 1, ref record);
            commands.SetGraphicsResourceSet(1, decal.Textures);
            commands.Draw(36);
        }
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
    }

    private Pipeline PipelineFor(SurfaceLook look)
    {
        if (_pipelines.TryGetValue(look, out var pipeline)) return pipeline;
        SpecializationConstant[] constants =
        [
            new(0, (look & SurfaceLook.BaseColorTexture) != 0),
            new(1, (look & SurfaceLook.NormalTexture) != 0),
            new(2, (look & SurfaceLook.MetallicRoughnessTexture) != 0),
            new(3, (look & SurfaceLook.OcclusionTexture) != 0),
        ];
        pipeline = device.ResourceFactory.CreateGraphicsPipeline(new GraphicsPipelineDescription(
            new BlendStateDescription(default, Over, Over, Over),
            DepthStencilStateDescription.Disabled,
            new RasterizerStateDescription(FaceCullMode.Front, PolygonFillMode.Solid, FrontFace.CounterClockwise, depthClipEnabled: true, scissorTestEnabled: false),
            PrimitiveTopology.TriangleList,
            new ShaderSetDescription([], [shaders.Get("decal.vert"), shaders.Get("decal.frag")], constants),
            [layouts.Draw, layouts.Material, layouts.Frame, layouts.Decal],
            DecalTargets.Outputs));
        pipeline.Name = $"decal {look}";
        _pipelines.Add(look, pipeline);
        return pipeline;
    }
}
