using System.Diagnostics;

namespace SynthRender.Rendering;

/// <summary>
/// Time by pass, summed over frames. While timings are taken each pass is submitted alone and waited for, so the sum is a little
/// more than an untimed frame.
/// </summary>
public sealed class PassTimings
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, TimeSpan> _times = [];

    /// <summary>Frames measured.</summary>
    public int Frames { get; private set; }

    /// <summary>The passes in the order in which they ran.</summary>
    public IReadOnlyList<string> Passes => _names;

    /// <summary>Time of a pass over all frames.</summary>
    /// <exception cref="ArgumentException">No such pass ran.</exception>
    public TimeSpan this[string pass] => _times.TryGetValue(pass, out var time)
        ? time
        : throw new ArgumentException($"No pass '{pass}' was measured; there are: {string.Join(", ", _names)}.", nameof(pass));

    /// <summary>Forgets everything, e.g. after warming up.</summary>
    public void Clear()
    {
        _names.Clear();
        _times.Clear();
        Frames = 0;
    }

    internal void Add(string pass, long startTimestamp)
    {
        if (!_times.TryGetValue(pass, out var time)) _names.Add(pass);
        _times[pass] = time + Stopwatch.GetElapsedTime(startTimestamp);
    }

    internal void EndFrame() => Frames++;
}
