using SynthRender.Rendering.Environments;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>Draws what is seen where there is no surface: the environment, sharp; a picture; an even gradient or colour.</summary>
internal sealed class BackgroundPass(GraphicsDevice device, ShaderLibrary shaders, PassLayouts layouts) : IDisposable
{
    private static readonly string[] Fragments =
        [.. Enum.GetValues<EnvironmentKind>().Select(kind => $"background_{(kind == EnvironmentKind.None ? "plain" : kind.ToString().ToLowerInvariant())}.frag")];

    private readonly Dictionary<string, Pipeline> _pipelines = [];
    private readonly ResourceLayout[] _plain = [layouts.Frame];
    private readonly ResourceLayout[] _environment = [layouts.Environment];
    private readonly ResourceLayout[] _picture = [layouts.Draw, layouts.Picture];

    /// <param name="slot">The frame.</param>
    /// <param name="targets">Where it is drawn.</param>
    /// <param name="kind">The environment that is seen, or none for a gradient or colour.</param>
    internal void Record(FrameSlot slot, Targets targets, EnvironmentKind kind)
    {
        var isPlain = kind == EnvironmentKind.None;
        var commands = slot.Commands;
        commands.SetFramebuffer(targets.BlendFramebuffer);
        commands.SetPipeline(Get(Fragments[(int)kind], isPlain ? _plain : _environment));
        commands.SetGraphicsResourceSet(0, isPlain ? slot.FrameSet! : slot.EnvironmentSet!);
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
        commands.SetPipeline(Get(blurred ? "background_blurred_picture.frag" : "background_picture.frag", _picture));
        commands.SetGraphicsResourceSet(0, slot.Records.Set!, 1, ref record);
        commands.SetGraphicsResourceSet(1, picture);
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
    }

    private Pipeline Get(string fragment, ResourceLayout[] sets)
    {
        if (_pipelines.TryGetValue(fragment, out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            device, shaders, fragment, Targets.BlendOutputs, sets, new DepthStencilStateDescription(true, false, ComparisonKind.Equal));
        _pipelines.Add(fragment, pipeline);
        return pipeline;
    }
}
