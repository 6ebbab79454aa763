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
    private readonly uint _stride;
    private readonly DeviceBuffer _constants;
    private readonly Dictionary<Look, Pipeline> _pipelines = [];
    private readonly ExposureMeter _meter;
    private Texture? _radiance;
    private ResourceSet? _inputs;

    internal ResolvePass(GraphicsDevice device, ShaderLibrary shaders, int framesInFlight)
    {
        (_device, _shaders) = (device, shaders);
        _layout = device.ResourceFactory.CreateResourceLayout(new ResourceLayoutDescription(
            new ResourceLayoutElementDescription("radianceTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("pointSampler", ResourceKind.Sampler, ShaderStages.Fragment),
            new ResourceLayoutElementDescription("Picture", ResourceKind.UniformBuffer, ShaderStages.Fragment, ResourceLayoutElementOptions.DynamicBinding),
            new ResourceLayoutElementDescription("meterTexture", ResourceKind.TextureReadOnly, ShaderStages.Fragment)));
        var alignment = Math.Max(16, device.UniformBufferMinOffsetAlignment);
        _stride = ((uint)Unsafe.SizeOf<PictureConstants>() + alignment - 1) / alignment * alignment;
        _constants = device.ResourceFactory.CreateBuffer(
            new BufferDescription((uint)framesInFlight * _stride, BufferUsage.UniformBuffer | BufferUsage.Dynamic));
        _constants.Name = "picture constants";
        _meter = new ExposureMeter(device, shaders, new DeviceBufferRange(_constants, 0, _stride));
    }

    internal void Record(FrameSlot slot, Targets targets, CameraView camera)
    {
        var commands = slot.Commands;
        var look = Look.Of(camera.Lens);
        var offset = (uint)slot.Index * _stride;
        _device.UpdateBuffer(_constants, offset, new PictureConstants(camera));
        if (look.IsMetered) _meter.Record(commands, targets.Radiance, offset);
        commands.SetFramebuffer(targets.ColorFramebuffer);
        commands.SetPipeline(PipelineFor(look));
        commands.SetGraphicsResourceSet(0, InputsFor(targets), 1, ref offset);
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
            new ResourceSetDescription(
                _layout, targets.Radiance, _device.PointSampler, new DeviceBufferRange(_constants, 0, _stride), _meter.Factor));
    }

    private readonly record struct Look(ToneCurve Curve, bool IsMetered, bool HasVignette, bool HasField)
    {
        internal static Look Of(Lens lens) => new(
            lens.ToneCurve, lens.AutoExposure is not null, lens.Vignette is { Strength: > 0 }, lens.Vignette is { FieldRadius: not null });
    }
}
