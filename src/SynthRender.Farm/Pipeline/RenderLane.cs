using SynthRender.Frames;
using SynthRender.Rendering.Devices;
using SynthRender.Rendering;

namespace SynthRender.Farm.Pipeline;

/// <summary>A graphics device with a renderer on it, used by one thread.</summary>
public sealed class RenderLane : IDisposable
{
    // A device that fails so many frames in a row fails all of them.
    private const int MostTroubles = 3;

    private readonly RenderDeviceOptions _deviceOptions;
    private readonly FrameRendererOptions? _rendererOptions;
    private readonly int _framesInFlight;
    private readonly Queue<PendingFrame> _pending = new();
    private GraphicsDevice _device;
    private FrameRenderer _renderer;
    private int _troubles;

    private RenderLane(RenderDeviceOptions device, int framesInFlight, FrameRendererOptions? renderer)
    {
        (_deviceOptions, _framesInFlight, _rendererOptions) = (device, framesInFlight, renderer);
        _device = RenderDevices.Open(device);
        _renderer = new FrameRenderer(_device, renderer);
    }

    /// <summary>Opens a device and makes a renderer on it.</summary>
    /// <param name="options">Which device, and how.</param>
    /// <param name="framesInFlight">Frames that the device may hold at once; more than 1 keeps a GPU busy while pixels are copied.</param>
    /// <param name="renderer">How to draw; the defaults when null.</param>
    public static RenderLane Open(RenderDeviceOptions options, int framesInFlight, FrameRendererOptions? renderer = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(framesInFlight, 1);
        return new RenderLane(options, framesInFlight, renderer);
    }

    /// <summary>Where time by pass is summed; null, the default, measures nothing. Set it before drawing.</summary>
    public PassTimings? Timings { get => _renderer.Timings; set => _renderer.Timings = value; }

    /// <summary>Draws snapshots one after the other, and hands on each frame as soon as it is there, in the same order.</summary>
    /// <param name="snapshots">What to draw.</param>
    /// <param name="clock">Where time is counted.</param>
    /// <param name="onFailed">
    /// Takes a frame that cannot be drawn; the others are drawn, on a device and a renderer that are made anew, because nobody knows what the
    /// failure left behind. Null throws instead. When several frames in a row fail by the device's fault, that is thrown in either case.
    /// </param>
    public IEnumerable<RenderedFrame> Draw(IEnumerable<FrameSnapshot> snapshots, StageClock clock, Action<FrameSnapshot, Exception>? onFailed = null)
    {
        foreach (var snapshot in snapshots)
        {
            if (!Try(snapshot, onFailed, () => _pending.Enqueue(clock.Time(PipelineStage.Draw, () => _renderer.Submit(snapshot)))))
            {
                while (_pending.Count > 0)
                    if (Collect(clock, onFailed) is { } earlier) yield return earlier;
                Reopen();
            }
            else if (_pending.Count >= _framesInFlight && Collect(clock, onFailed) is { } frame)
                yield return frame;
        }

        while (_pending.Count > 0)
            if (Collect(clock, onFailed) is { } frame) yield return frame;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _renderer.Dispose();
        _device.Dispose();
    }

    private RenderedFrame? Collect(StageClock clock, Action<FrameSnapshot, Exception>? onFailed)
    {
        var pending = _pending.Dequeue();
        RenderedFrame? frame = null;
        var drawn = Try(pending.Snapshot, onFailed, () =>
        {
            clock.Time(PipelineStage.Draw, () => _renderer.Wait(pending));
            frame = clock.Time(PipelineStage.ReadBack, () => _renderer.Collect(pending));
        });
        if (drawn) _troubles = 0;
        else if (_pending.Count == 0) Reopen();
        return frame;
    }

    private bool Try(FrameSnapshot snapshot, Action<FrameSnapshot, Exception>? onFailed, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception error) when (onFailed is not null && error is not OutOfMemoryException && (error is not VeldridException || ++_troubles < MostTroubles))
        {
            onFailed(snapshot, error);
            return false;
        }
    }

    private void Reopen()
    {
        var timings = Timings;
        Dispose();
        _device = RenderDevices.Open(_deviceOptions);
        _renderer = new FrameRenderer(_device, _rendererOptions) { Timings = timings };
    }
}
