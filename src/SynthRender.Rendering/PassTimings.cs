using System.Diagnostics;

namespace SynthRender.Rendering;

/// <summary>
/// Time by pass, summed over frames and renderers; several renderers may add to one. While timings are taken each pass is submitted
/// alone and waited for, so the sum is a little more than an untimed frame.
/// </summary>
public sealed class PassTimings
{
    private readonly Lock _lock = new();
    private readonly List<string> _names = [];
    private readonly Dictionary<string, TimeSpan> _times = [];

    /// <summary>Frames measured.</summary>
    public int Frames { get; private set; }

    /// <summary>The passes in the order in which they ran.</summary>
    public IReadOnlyList<string> Passes
    {
        get
        {
            lock (_lock) return [.. _names];
        }
    }

    /// <summary>Time of a pass over all frames.</summary>
    /// <exception cref="ArgumentException">No such pass ran.</exception>
    public TimeSpan this[string pass]
    {
        get
        {
            lock (_lock)
            {
                return _times.TryGetValue(pass, out var time)
                    ? time
                    : throw new ArgumentException($"No pass '{pass}' was measured; there are: {string.Join(", ", _names)}.", nameof(pass));
            }
        }
    }

    /// <summary>Starts from 0 again, e.g. after warming up. The passes keep their order.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (var name in _names) _times[name] = TimeSpan.Zero;
            Frames = 0;
        }
    }

    internal void Add(string pass, long startTimestamp)
    {
        var elapsed = Stopwatch.GetElapsedTime(startTimestamp);
        lock (_lock)
        {
            if (!_times.TryGetValue(pass, out var time)) _names.Add(pass);
            _times[pass] = time + elapsed;
        }
    }

    internal void EndFrame()
    {
        lock (_lock) Frames++;
    }
}
