using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Ids, depth and materials of opaque and cut-out surfaces, one exact sample at each pixel's centre.</summary>
internal sealed class GeometryPass(SurfacePipelines pipelines)
{
    private readonly SurfaceDrawing _drawing = new(SurfacePass.Geometry, pipelines);

    internal void Record(FrameSlot slot, Targets targets, DrawList list)
    {
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.GeometryFramebuffer);
        commands.ClearColorTarget(0, default);
        commands.ClearColorTarget(1, new RgbaFloat(float.PositiveInfinity, 0, 0, 0));
        commands.ClearColorTarget(2, default);
        commands.ClearDepthStencil(0);
        _drawing.Begin(slot);
        foreach (var i in list.Opaque) _drawing.Draw(list.Items[i], list.Items[i].Record);
    }
}
