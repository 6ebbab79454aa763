using System.Runtime.CompilerServices;
using SynthRender.Cameras;
using SynthRender.Rendering.Frames;
using SynthRender.Rendering.Pipelines;

namespace SynthRender.Rendering.Passes;

/// <summary>
/// From linear light to the written picture: white balance, exposure, vignette, tone curve, sRGB. What a lens does not use is compiled
/// out: a pipeline for each combination, made on first use.
/// </summary>
internal sealed class ResolvePass : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly ShaderLibrary _shaders;
    private readonly ResourceLayout _layout;
    private readonly DeviceBuffer _constants;
    private readonly Dictionary<Look, Pipeline> _pipelines = [];
    private readonly ExposureMeter _meter;
    private Texture? _radiance;
    private ResourceSet? _inputs;

    internal ResolvePass(GraphicsDevice device, ShaderLibrary shaders)
    {
        (_device, _shaders) = (device, shaders);
        _layout = device.ResourceFactory.CreateResourceLayout(new ResourceLayoutDescription(
            new ResourceLayoutElementDescription("radianceTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("Picture", ResourceKind.UniformBuffer, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("meterTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment)));
        _constants = device.ResourceFactory.CreateBuffer(new BufferDescription((uint)Unsafe.SizeOf<PictureConstants>(), BufferUsage.UniformBuffer));
        _constants.Name = "picture constants";
        _meter = new ExposureMeter(device, shaders, _constants);
    }

    internal void Record(FrameSlot slot, Targets targets, CameraView camera)
    {
        var commands = slot.Commands;
        var look = Look.Of(camera.Lens);
        // Copied by the queue, in its order: frames in flight share the buffer.
        var constants = new PictureConstants(camera);
        commands.UpdateBuffer(_constants, 0, ref constants);
        if (look.IsMetered) _meter.Record(commands, targets.Radiance);
        commands.SetFramebuffer(targets.ColorFramebuffer);
        commands.SetPipeline(PipelineFor(look));
        commands.SetGraphicsResourceSet(0, InputsFor(targets));
        commands.Draw(3);
    }

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values) pipeline.Dispose();
        _inputs?.Dispose();
        _meter.Dispose();
        _constants.Dispose();
        _layout.Dispose();
    }

    private Pipeline PipelineFor(Look look)
    {
        if (_pipelines.TryGetValue(look, out var pipeline)) return pipeline;
        pipeline = FullScreen.Pipeline(
            _device, _shaders, "resolve.frag", Targets.ColorOutputs, [_layout],
            new SpecializationConstant(0, (int)look.Curve),
            new SpecializationConstant(1, look.IsMetered),
            new SpecializationConstant(2, look.HasVignette),
            new SpecializationConstant(3, look.HasField));
        _pipelines.Add(look, pipeline);
        return pipeline;
    }

    private ResourceSet InputsFor(Targets targets)
    {
        if (_inputs is not null && _radiance == targets.Radiance) return _inputs;
        _inputs?.Dispose();
        _radiance = targets.Radiance;
        return _inputs = _device.ResourceFactory.CreateResourceSet(
            new ResourceSetDescription(_layout, targets.Radiance, _device.PointSampler, _constants, _meter.Factor));
    }

    private readonly record struct Look(ToneCurve Curve, bool IsMetered, bool HasVignette, bool HasField)
    {
        internal static Look Of(Lens lens) => new(
            lens.ToneCurve, lens.AutoExposure is not null, lens.Vignette is { Strength: > 0 }, lens.Vignette is { FieldRadius: not null });
    }
}
