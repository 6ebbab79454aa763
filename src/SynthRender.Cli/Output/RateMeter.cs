namespace SynthRender.Cli.Output;

/// <summary>
/// Tells from the last seconds how fast images are finished, and how long the others will take. The time before the first one, in which
/// devices open and shaders compile, does not count; nor do images that an earlier run had finished. Not safe for several threads.
/// </summary>
internal sealed class RateMeter(TimeProvider time)
{
    /// <summary>How far back the rate looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    // One step is not a rate: images come in bursts, one from each lane.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);

    private readonly Queue<(long Time, int Finished)> _steps = new();
    private (long Time, int Finished) _last;

    /// <summary>Images a second; null until enough were finished to tell.</summary>
    public double? Rate
    {
        get
        {
            if (_steps.Count < 2) return null;
            var first = _steps.Peek();
            var elapsed = time.GetElapsedTime(first.Time, time.GetTimestamp());
            return elapsed < Shortest || _last.Finished == first.Finished ? null : (_last.Finished - first.Finished) / elapsed.TotalSeconds;
        }
    }

    /// <summary>Takes note of how many images are finished now. The first call says where the run starts from.</summary>
    public void Report(int finished)
    {
        if (_steps.Count == 0 && _last.Time == 0)
        {
            _last = (time.GetTimestamp(), finished);
            return;
        }

        if (finished <= _last.Finished) return;
        _last = (time.GetTimestamp(), finished);
        _steps.Enqueue(_last);
        while (_steps.Count > 2 && time.GetElapsedTime(_steps.Peek().Time, _last.Time) > Window) _steps.Dequeue();
    }

    /// <summary>How long so many images will take; null until that can be told.</summary>
    public TimeSpan? TimeFor(int images) => Rate is { } rate ? TimeSpan.FromSeconds(images / rate) : null;
}
