using System.Globalization;
using Spectre.Console;

namespace SynthRender.Cli.Output;

/// <summary>Shows how far a run is: a bar on a terminal, a line every few seconds when piped, nothing when quiet.</summary>
internal sealed class RunProgress(bool quiet, TimeProvider time)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <summary>Runs the work, showing its progress in finished images.</summary>
    public async Task<T> ShowAsync<T>(int total, Func<Action<int>, Task<T>> work)
    {
        if (quiet) return await work(_ => { });
        return AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? await ShowBarAsync(total, work)
            : await ShowLinesAsync(total, work);
    }

    private async Task<T> ShowBarAsync<T>(int total, Func<Action<int>, Task<T>> work) => await AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("starting", maxValue: Math.Max(total, 1));
            var started = time.GetTimestamp();
            var result = await work(done =>
            {
                task.Value = done;
                task.Description = string.Create(
                    CultureInfo.InvariantCulture, $"{done}/{total} images, {Rate(done, started):0.0}/s");
            });
            task.Value = task.MaxValue;
            return result;
        });

    private async Task<T> ShowLinesAsync<T>(int total, Func<Action<int>, Task<T>> work)
    {
        var started = time.GetTimestamp();
        var gate = new Lock();
        var last = started;
        return await work(done =>
        {
            lock (gate)
            {
                if (done < total && time.GetElapsedTime(last) < LineEvery) return;
                last = time.GetTimestamp();
                var rate = Rate(done, started);
                var left = rate > 0 ? TimeSpan.FromSeconds((total - done) / rate) : TimeSpan.Zero;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{done}/{total} images, {rate:0.0}/s, {left:hh\\:mm\\:ss} left"));
            }
        });
    }

    private double Rate(int done, long started)
    {
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        return seconds > 0 ? done / seconds : 0;
    }
}
