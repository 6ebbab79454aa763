using System.Globalization;
using Spectre.Console;
using SynthRender.Farm.Runs;

namespace SynthRender.Cli.Output;

/// <summary>Shows how far a run is: a bar on a terminal, a line every few seconds when piped, nothing when quiet.</summary>
internal sealed class RunProgress(bool quiet, TimeProvider time)
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly RateMeter _meter = new(time);

    /// <summary>Runs the work, showing its progress in finished images.</summary>
    public async Task<T> ShowAsync<T>(Func<Action<RunCount>, Task<T>> work)
    {
        if (quiet) return await work(_ => { });
        return AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? await ShowBarAsync(work)
            : await ShowLinesAsync(work);
    }

    private async Task<T> ShowBarAsync<T>(Func<Action<RunCount>, Task<T>> work) => await AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("starting", maxValue: 1);
            var result = await work(count =>
            {
                lock (_gate)
                {
                    _meter.Report(count.Finished);
                    task.MaxValue = Math.Max(count.Expected, 1);
                    task.Value = count.Finished;
                    task.Description = Line(count);
                }
            });
            task.StopTask();
            return result;
        });

    private async Task<T> ShowLinesAsync<T>(Func<Action<RunCount>, Task<T>> work)
    {
        var (last, shown) = (time.GetTimestamp(), new RunCount(0, 0));
        return await work(count =>
        {
            lock (_gate)
            {
                _meter.Report(count.Finished);
                if (count == shown || (count.Finished < count.Expected && time.GetElapsedTime(last) < LineEvery)) return;
                (last, shown) = (time.GetTimestamp(), count);
                Console.WriteLine(Line(count));
            }
        });
    }

    private string Line(RunCount count)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{count.Finished}/{count.Expected} images");
        if (_meter.Rate is { } rate) text += string.Create(CultureInfo.InvariantCulture, $", {rate:0.0}/s");
        return count.Finished < count.Expected && _meter.TimeFor(count.Expected - count.Finished) is { } left ? $"{text}, {Spoken(left)} left" : text;
    }

    private static string Spoken(TimeSpan time) => time.TotalDays < 1
        ? time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.0} days");
}
