using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// Surfaces that let light through: keeps the picture of all that is opaque, then ids and depth as the geometry pass writes them, then
/// light, with what is seen through the surface.
/// </summary>
internal sealed class TransmissionPass(SurfacePipelines pipelines)
{
    private readonly SurfaceDrawing _ids = new(SurfacePass.TransmissiveIds, pipelines);
    private readonly SurfaceDrawing _colors = new(SurfacePass.Layered, pipelines);

    internal void Record(FrameSlot slot, Targets targets, DrawList list, Backdrop backdrop, LightGroups lights)
    {
        backdrop.Record(slot.Commands, targets.Radiance);
        if (list.Transmissive.Count == 0) return; // blended ones alone
        slot.Commands.SetFramebuffer(targets.BlendIdFramebuffer);
        _ids.Begin(slot);
        foreach (var i in list.Transmissive) _ids.Draw(list.Items[i], list.Items[i].Record);

        slot.Commands.SetFramebuffer(targets.BlendFramebuffer);
        _colors.Begin(slot, lights, backdrop.Set);
        foreach (var i in list.Transmissive) _colors.Draw(list.Items[i], list.Items[i].Record);
    }
}
