using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws items with as few state changes as their order allows.</summary>
internal sealed class SurfaceDrawing(SurfacePass pass, SurfacePipelines pipelines)
{
    private CommandList? _commands;
    private FrameSlot? _slot;
    private LightGroups _lights;
    private Pipeline? _pipeline;
    private ResourceSet? _textures;

    /// <param name="slot">The frame.</param>
    /// <param name="lights">The lights that a pass which shades must know.</param>
    internal void Begin(FrameSlot slot, LightGroups lights = LightGroups.None)
    {
        _lights = lights;
        (_commands, _slot) = (slot.Commands, slot);
        (_pipeline, _textures) = (null, null);
    }

    internal void Draw(in DrawItem item, uint record)
    {
        var commands = _commands!;
        var look = pass == SurfacePass.Shadow ? ShadowLook(item.Look) : item.Look;
        var pipeline = pipelines.Get(pass, look, _lights);
        if (pipeline != _pipeline)
        {
            commands.SetPipeline(pipeline);
            (_pipeline, _textures) = (pipeline, null);
            if (pass == SurfacePass.Blend) commands.SetGraphicsResourceSet(2, _slot!.FrameSet!);
        }

        commands.SetGraphicsResourceSet(0, _slot!.Records.Set!, 1, ref record);
        var streams = SurfacePipelines.Streams(pass, look);
        if ((streams >= VertexStreams.Textured || pass == SurfacePass.Blend) && item.Textures != _textures)
        {
            commands.SetGraphicsResourceSet(1, item.Textures!);
            _textures = item.Textures;
        }

        var shape = item.IsDeformed ? _slot.Deformations.Result! : item.Geometry.Vertices;
        commands.SetVertexBuffer(0, shape, item.PositionOffset);
        if (streams >= VertexStreams.Plain) commands.SetVertexBuffer(1, shape, item.FrameOffset);
        if (streams >= VertexStreams.Textured) commands.SetVertexBuffer(2, item.Geometry.Vertices, item.Primitive.UvOffset);
        if (streams >= VertexStreams.Extra) commands.SetVertexBuffer(3, item.Geometry.Vertices, item.Primitive.ExtraOffset);
        commands.SetIndexBuffer(item.Geometry.Indices, item.Primitive.IndexFormat, item.Primitive.IndexOffset);
        commands.DrawIndexed(item.Primitive.IndexCount);
    }

    /// <summary>Looks that make no difference to depth share a pipeline.</summary>
    private static SurfaceLook ShadowLook(SurfaceLook look)
    {
        var shape = look & (SurfaceLook.Lines | SurfaceLook.Points);
        return SurfacePipelines.IsCutout(look)
            ? shape | (look & (SurfaceLook.Masked | SurfaceLook.BaseColorTexture | SurfaceLook.ExtraVertexData))
            : shape;
    }
}
