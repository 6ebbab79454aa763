using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Lights opaque surfaces with layers (coloured reflectance, sheen, clear coat), each pixel once: where the depth buffer has them.</summary>
internal sealed class LayeredPass(SurfacePipelines pipelines)
{
    private readonly SurfaceDrawing _drawing = new(SurfacePass.Layered, pipelines);

    internal void Record(FrameSlot slot, Targets targets, DrawList list, ResourceSet behind, LightGroups lights)
    {
        slot.Commands.SetFramebuffer(targets.BlendFramebuffer);
        _drawing.Begin(slot, lights, behind);
        foreach (var i in list.Layered) _drawing.Draw(list.Items[i], list.Items[i].Record);
    }
}
