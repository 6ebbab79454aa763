using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Lighting;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// Blended surfaces: first their lit colour over the picture, at each pixel the farthest first; then their ids and depth where alpha
/// is at least 0.5. Where surfaces may lie behind each other their layers are peeled off one by one (Everitt, Interactive
/// Order-Independent Transparency, 2001, from behind); the last pass, often the only one, draws all that is left.
/// </summary>
/// <param name="pipelines">Draws.</param>
/// <param name="mostLayers">Layers at most.</param>
internal sealed class BlendPass(SurfacePipelines pipelines, int mostLayers)
{
    private readonly SurfaceDrawing _depths = new(SurfacePass.Peel, pipelines);
    private readonly SurfaceDrawing _layers = new(SurfacePass.BlendLayer, pipelines);
    private readonly SurfaceDrawing _rest = new(SurfacePass.Blend, pipelines);
    private readonly SurfaceDrawing _ids = new(SurfacePass.BlendIds, pipelines);

    internal void Record(FrameSlot slot, Targets targets, DrawList list, Backdrop backdrop, LightGroups lights)
    {
        var layers = Math.Min(list.BlendedLayers, mostLayers);
        for (var layer = 0; layer < layers - 1; layer++)
        {
            slot.Commands.SetFramebuffer(targets.Peeled.Finding(layer));
            slot.Commands.ClearDepthStencil(1);
            _depths.Begin(slot, behind: targets.Peeled.Behind(layer));
            Draw(_depths, list);
            slot.Commands.SetFramebuffer(targets.Peeled.Drawing(layer));
            _layers.Begin(slot, lights, backdrop.Set);
            Draw(_layers, list);
        }

        slot.Commands.SetFramebuffer(layers > 1 ? targets.Peeled.Drawing(layers - 2) : targets.BlendFramebuffer);
        _rest.Begin(slot, lights, backdrop.Set);
        Draw(_rest, list);

        slot.Commands.SetFramebuffer(targets.BlendIdFramebuffer);
        _ids.Begin(slot);
        Draw(_ids, list);
    }

    private static void Draw(SurfaceDrawing drawing, DrawList list)
    {
        foreach (var i in list.Blended) drawing.Draw(list.Items[i], list.Items[i].Record);
    }
}
