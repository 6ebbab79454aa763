using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using SynthRender.Datasets.Writers;
using SynthRender.Farm.Journal;
using SynthRender.Frames;
using SynthRender.Scenarios;

namespace SynthRender.Farm.Pipeline;

/// <summary>
/// The way of a frame, from the scenario to the disk. Sampling, drawing and writing run at the same time on different frames, joined by
/// bounded queues, so that encoding hides behind drawing and memory stays flat.
/// </summary>
/// <remarks>
/// Frames may finish in any order; each is a function of its index alone, so the dataset does not depend on that order, nor on the
/// number of lanes and writers.
/// </remarks>
public sealed class FramePipeline
{
    private readonly ScenarioRun _run;
    private readonly DatasetWriter _writer;
    private readonly PipelineOptions _options;
    private readonly ConcurrentQueue<FailedFrame> _failed = new();
    private readonly ConcurrentQueue<ExceptionDispatchInfo> _broken = new();
    private int _written;

    /// <summary>Joins the parts of a run; none of them is owned.</summary>
    public FramePipeline(ScenarioRun run, DatasetWriter writer, PipelineOptions options) => (_run, _writer, _options) = (run, writer, options);

    /// <summary>How long each stage worked.</summary>
    public StageClock Clock { get; } = new();

    /// <summary>Makes the frames that the journal does not have yet.</summary>
    /// <param name="frames">Frame indices, in the order in which they are started.</param>
    /// <param name="journal">What is finished, and where what gets finished is written down.</param>
    /// <param name="onWritten">Called with the number of images written so far, from any thread; may be null.</param>
    /// <param name="stop">Asks the run to start no more frames; those under way are finished.</param>
    /// <exception cref="IOException">The disk is full or cannot be written.</exception>
    public async Task<PipelineResult> RunAsync(
        IEnumerable<int> frames, FrameJournal journal, Action<int>? onWritten, CancellationToken stop)
    {
        using var broken = new CancellationTokenSource();
        using var sampled = new BlockingCollection<FrameSnapshot>(_options.Lanes + 1);
        using var drawn = new BlockingCollection<RenderedFrame>(_options.Lanes + _options.Writers);

        var sampling = Start("sampler", broken, () => Sample(frames, journal, sampled, stop, broken.Token), sampled.CompleteAdding);
        var drawing = Together(_options.Lanes, lane => Start($"lane {lane}", broken, () => Draw(lane, sampled, drawn, broken.Token)));
        var finishDrawing = CompleteAfter(drawing, drawn.CompleteAdding);
        var writing = Together(_options.Writers, i => Start($"writer {i}", broken, () => Write(drawn, journal, onWritten, broken.Token)));
        await Task.WhenAll(sampling, finishDrawing, writing).ConfigureAwait(false);

        foreach (var left in drawn) left.Dispose();
        if (_broken.TryPeek(out var error)) error.Throw();
        return new PipelineResult(_written, [.. _failed.OrderBy(f => f.Frame)], stop.IsCancellationRequested);
    }

    private void Sample(
        IEnumerable<int> frames, FrameJournal journal, BlockingCollection<FrameSnapshot> sampled, CancellationToken stop, CancellationToken broken)
    {
        foreach (var frame in frames)
        {
            if (stop.IsCancellationRequested) return;
            if (_run.CameraNames.All(camera => journal.Contains(frame, camera))) continue;
            try
            {
                foreach (var snapshot in Clock.Time(PipelineStage.Randomise, () => _run.Sample(frame)))
                    if (!journal.Contains(frame, snapshot.Camera.Name))
                        sampled.Add(snapshot, broken);
            }
            catch (FrameException error)
            {
                _failed.Enqueue(new FailedFrame(frame, error.Message));
            }
        }
    }

    private void Draw(int lane, BlockingCollection<FrameSnapshot> sampled, BlockingCollection<RenderedFrame> drawn, CancellationToken broken)
    {
        using var renderer = _options.OpenLane(lane);
        foreach (var frame in renderer.Draw(sampled.GetConsumingEnumerable(broken), Clock))
        {
            try
            {
                drawn.Add(frame, broken);
            }
            catch (OperationCanceledException)
            {
                frame.Dispose();
                throw;
            }
        }
    }

    private void Write(
        BlockingCollection<RenderedFrame> drawn, FrameJournal journal, Action<int>? onWritten, CancellationToken broken)
    {
        foreach (var frame in drawn.GetConsumingEnumerable(broken))
        {
            using (frame)
            {
                var labels = Clock.Time(PipelineStage.Label, () => Label(frame));
                var payload = Clock.Time(PipelineStage.Write, () => _writer.WriteFrame(new LabeledFrame(frame, labels)));
                Clock.Time(PipelineStage.Write, () => journal.Append(new JournalEntry(frame.Snapshot.FrameIndex, frame.Snapshot.Camera.Name, payload)));
            }

            onWritten?.Invoke(Interlocked.Increment(ref _written));
        }
    }

    private static ImmutableArray<FrameLabel> Label(RenderedFrame frame)
    {
        var labels = ImmutableArray.CreateBuilder<FrameLabel>(frame.Snapshot.Labelers.Length);
        foreach (var labeler in frame.Snapshot.Labelers) labels.Add(labeler.Label(frame));
        return labels.MoveToImmutable();
    }

    /// <summary>A stage on a thread of its own. What it throws stops the others, and is thrown by the run.</summary>
    private Task Start(string name, CancellationTokenSource broken, Action stage, Action? finished = null) => Task.Factory.StartNew(
        () =>
        {
            Thread.CurrentThread.Name ??= name;
            try
            {
                stage();
            }
            catch (OperationCanceledException) when (broken.IsCancellationRequested)
            {
            }
            catch (Exception error)
            {
                _broken.Enqueue(ExceptionDispatchInfo.Capture(error));
                broken.Cancel();
            }
            finally
            {
                finished?.Invoke();
            }
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task Together(int count, Func<int, Task> start) => Task.WhenAll(Enumerable.Range(0, count).Select(start).ToArray());

    private static async Task CompleteAfter(Task task, Action complete)
    {
        await task.ConfigureAwait(false);
        complete();
    }
}
