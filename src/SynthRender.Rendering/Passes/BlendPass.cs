using SynthRender.Rendering.Drawing;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// Blended surfaces: first their lit colour over the picture, farthest first; then their ids and depth where alpha is at least 0.5.
/// </summary>
internal sealed class BlendPass(SurfacePipelines pipelines)
{
    private readonly SurfaceDrawing _colors = new(SurfacePass.Blend, pipelines);
    private readonly SurfaceDrawing _ids = new(SurfacePass.BlendIds, pipelines);

    internal void Record(CommandList commands, Targets targets, DrawList list, ResourceSet records, ResourceSet frame)
    {
        if (list.Blended.Count == 0) return;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        _colors.Begin(commands, records, frame);
        foreach (var i in list.Blended) _colors.Draw(list.Items[i], list.Items[i].Record);

        commands.SetFramebuffer(targets.BlendIdFramebuffer);
        _ids.Begin(commands, records);
        foreach (var i in list.Blended) _ids.Draw(list.Items[i], list.Items[i].Record);
    }
}
