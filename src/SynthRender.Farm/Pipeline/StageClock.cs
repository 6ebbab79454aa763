using System.Diagnostics;

namespace SynthRender.Farm.Pipeline;

/// <summary>Adds up how long each stage worked, over all threads.</summary>
public sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<PipelineStage>().Length];

    /// <summary>Runs a piece of work of a stage on the clock.</summary>
    public T Time<T>(PipelineStage stage, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(stage, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Runs a piece of work of a stage on the clock.</summary>
    public void Time(PipelineStage stage, Action work) => Time(stage, () =>
    {
        work();
        return true;
    });

    /// <summary>Adds time that was measured elsewhere.</summary>
    public void Add(PipelineStage stage, TimeSpan time) => Interlocked.Add(ref _ticks[(int)stage], time.Ticks);

    /// <summary>The time that a stage has worked so far, added over threads.</summary>
    public TimeSpan Total(PipelineStage stage) => TimeSpan.FromTicks(Interlocked.Read(ref _ticks[(int)stage]));

    /// <summary>Starts all stages again at zero.</summary>
    public void Reset()
    {
        for (var i = 0; i < _ticks.Length; i++) Interlocked.Exchange(ref _ticks[i], 0);
    }
}
