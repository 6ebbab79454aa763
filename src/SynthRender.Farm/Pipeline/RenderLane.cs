using SynthRender.Frames;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering;

namespace SynthRender.Farm.Pipeline;

/// <summary>A graphics device with a renderer on it, used by one thread.</summary>
public sealed class RenderLane : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly FrameRenderer _renderer;
    private readonly int _framesInFlight;
    private readonly Queue<PendingFrame> _pending = new();

    private RenderLane(GraphicsDevice device, int framesInFlight, FrameRendererOptions? renderer) =>
        (_device, _renderer, _framesInFlight) = (device, new FrameRenderer(device, renderer), framesInFlight);

    /// <summary>Opens a device and makes a renderer on it.</summary>
    /// <param name="options">Which device, and how.</param>
    /// <param name="framesInFlight">Frames that the device may hold at once; more than 1 keeps a GPU busy while pixels are copied.</param>
    /// <param name="renderer">How to draw; the defaults when null.</param>
    public static RenderLane Open(RenderDeviceOptions options, int framesInFlight, FrameRendererOptions? renderer = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(framesInFlight, 1);
        return new RenderLane(RenderDevices.Open(options), framesInFlight, renderer);
    }

    /// <summary>Where time by pass is summed; null, the default, measures nothing. Set it before drawing.</summary>
    public PassTimings? Timings { get => _renderer.Timings; set => _renderer.Timings = value; }

    /// <summary>Draws snapshots one after the other, and hands on each frame as soon as it is there, in the same order.</summary>
    public IEnumerable<RenderedFrame> Draw(IEnumerable<FrameSnapshot> snapshots, StageClock clock)
    {
        foreach (var snapshot in snapshots)
        {
            _pending.Enqueue(clock.Time(PipelineStage.Draw, () => _renderer.Submit(snapshot)));
            if (_pending.Count >= _framesInFlight) yield return Collect(clock);
        }

        while (_pending.Count > 0) yield return Collect(clock);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _renderer.Dispose();
        _device.Dispose();
    }

    private RenderedFrame Collect(StageClock clock)
    {
        var pending = _pending.Dequeue();
        clock.Time(PipelineStage.Draw, () => _renderer.Wait(pending));
        return clock.Time(PipelineStage.ReadBack, () => _renderer.Collect(pending));
    }
}
