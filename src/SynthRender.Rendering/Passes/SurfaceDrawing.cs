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
    private readonly uint[] _offsets = new uint[2];
    private ResourceSet? _textures;
    private ResourceSet? _behind;

    /// <param name="slot">The frame.</param>
    /// <param name="lights">The lights that a pass which shades must know.</param>
    /// <param name="behind">What is seen through transmissive surfaces; for passes that shade layers. Of the peeling pass, the depth to be in front of.</param>
    internal void Begin(FrameSlot slot, LightGroups lights = LightGroups.None, ResourceSet? behind = null)
    {
        _lights = lights;
        (_commands, _slot, _behind) = (slot.Commands, slot, behind);
        (_pipeline, _textures) = (null, null);
    }

    /// <summary>Draws what the camera sees of an item.</summary>
    internal void Draw(in DrawItem item, uint record) => Draw(item, item.Look, record, item.Primitive.Levels[item.Level]);

    /// <summary>Draws what a light sees of an item.</summary>
    internal void DrawCaster(in DrawItem item, in ShadowDraw caster)
    {
        // Any surface keeps light off from either side. The shadow of a blended one has holes where it does not count as one.
        var look = item.Look | SurfaceLook.DoubleSided | (item.IsBlended ? SurfaceLook.Masked : SurfaceLook.Plain);
        Draw(item, caster.HidesBacks ? look & ~SurfaceLook.DoubleSided : look, caster.Record, item.Primitive.CasterLevels[caster.Level]);
    }

    private void Draw(in DrawItem item, SurfaceLook full, uint record, (uint Offset, uint Count) indices)
    {
        var commands = _commands!;
        var look = SurfacePipelines.Reduced(pass, full);
        var pipeline = pipelines.Get(pass, look, _lights);
        var layered = SurfacePipelines.ShadesLayers(pass, look);
        if (pipeline != _pipeline)
        {
            commands.SetPipeline(pipeline);
            (_pipeline, _textures) = (pipeline, null);
            if (SurfacePipelines.Blends(pass) || layered) commands.SetGraphicsResourceSet(2, _slot!.FrameSet!);
            if (layered) commands.SetGraphicsResourceSet(3, _behind!);
            else if (pass == SurfacePass.Peel) commands.SetGraphicsResourceSet(1, _behind!);
        }

        if (layered)
        {
            _offsets[0] = record;
            _offsets[1] = item.LayerRecord;
            commands.SetGraphicsResourceSet(0, _slot!.Records.LayeredSet!, _offsets);
        }
        else
        {
            commands.SetGraphicsResourceSet(0, _slot!.Records.Set!, 1, ref record);
        }

        var streams = SurfacePipelines.Streams(pass, look);
        var textures = layered ? item.LayeredTextures : item.Textures;
        if ((streams >= VertexStreams.Textured || SurfacePipelines.Blends(pass) || layered) && textures != _textures)
        {
            commands.SetGraphicsResourceSet(1, textures!);
            _textures = textures;
        }

        var shape = item.IsDeformed ? _slot.Deformations.Result! : item.Geometry.Vertices;
        commands.SetVertexBuffer(0, shape, item.PositionOffset);
        if (streams >= VertexStreams.Plain) commands.SetVertexBuffer(1, shape, item.FrameOffset);
        if (streams >= VertexStreams.Textured) commands.SetVertexBuffer(2, item.Geometry.Vertices, item.Primitive.UvOffset);
        if (streams >= VertexStreams.Extra) commands.SetVertexBuffer(3, item.Geometry.Vertices, item.Primitive.ExtraOffset);
        commands.SetIndexBuffer(item.Geometry.Indices, item.Primitive.IndexFormat, indices.Offset);
        commands.DrawIndexed(indices.Count);
    }
}
