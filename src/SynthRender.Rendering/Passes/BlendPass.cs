using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// Blended surfaces: first their lit colour over the picture, farthest first; then their ids and depth where alpha is at least 0.5.
/// </summary>
internal sealed class BlendPass(SurfacePipelines pipelines)
{
    private readonly SurfaceDrawing _colors = new(SurfacePass.Blend, pipelines);
    private readonly SurfaceDrawing _ids = new(SurfacePass.BlendIds, pipelines);

    internal void Record(FrameSlot slot, Targets targets, DrawList list, Backdrop backdrop, LightGroups lights)
    {
        slot.Commands.SetFramebuffer(targets.BlendFramebuffer);
        _colors.Begin(slot, lights, backdrop.Set);
        foreach (var i in list.Blended) _colors.Draw(list.Items[i], list.Items[i].Record);

        slot.Commands.SetFramebuffer(targets.BlendIdFramebuffer);
        _ids.Begin(slot);
        foreach (var i in list.Blended) _ids.Draw(list.Items[i], list.Items[i].Record);
    }
}
