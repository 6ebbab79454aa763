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
/// number of lanes and writers. What fails in one frame fails that frame alone, wherever it happens; what fails for all of them (the
/// disk, the device, memory) ends the run.
/// </remarks>
public sealed class FramePipeline
{
    /// <summary>When so many frames fail, the first ones of a dataset, there is no use in going on.</summary>
    public const int HopelessAfter = 20;

    private readonly ScenarioRun _run;
    private readonly DatasetWriter _writer;
    private readonly PipelineOptions _options;
    private readonly ConcurrentDictionary<int, bool> _hopes = new();
    private int _lostHopes;
    private readonly ConcurrentQueue<ExceptionDispatchInfo> _broken = new();
    private volatile bool _hopeless;

    /// <summary>Joins the parts of a run; none of them is owned.</summary>
    public FramePipeline(ScenarioRun run, DatasetWriter writer, PipelineOptions options) => (_run, _writer, _options) = (run, writer, options);

    /// <summary>How long each stage worked.</summary>
    public StageClock Clock { get; } = new();

    /// <summary>Makes the frames that the journal does not have yet.</summary>
    /// <param name="frames">Frame indices, in the order in which they are started.</param>
    /// <param name="journal">What is finished, and where what gets finished is written down.</param>
    /// <param name="onProgress">Called whenever the journal has grown, from any thread; may be null.</param>
    /// <param name="stop">Asks the run to start no more frames; those under way are finished.</param>
    /// <exception cref="IOException">The disk is full or cannot be written.</exception>
    public async Task<PipelineResult> RunAsync(
        IEnumerable<int> frames, FrameJournal journal, Action? onProgress, CancellationToken stop)
    {
        using var broken = new CancellationTokenSource();
        using var sampled = new BlockingCollection<FrameSnapshot>(_options.Lanes + 1);
        using var drawn = new BlockingCollection<RenderedFrame>(_options.Lanes + _options.Writers);

        var sampling = Start("sampler", broken, () => Sample(frames, journal, sampled, onProgress, stop, broken.Token), sampled.CompleteAdding);
        var drawing = Together(_options.Lanes, lane => Start($"lane {lane}", broken, () => Draw(lane, sampled, drawn, journal, broken.Token)));
        var finishDrawing = CompleteAfter(drawing, drawn.CompleteAdding);
        var writing = Together(_options.Writers, i => Start($"writer {i}", broken, () => Write(drawn, journal, onProgress, broken.Token)));
        await Task.WhenAll(sampling, finishDrawing, writing).ConfigureAwait(false);

        foreach (var left in drawn) left.Dispose();
        if (_broken.TryPeek(out var error)) error.Throw();
        return new PipelineResult(_hopeless, stop.IsCancellationRequested);
    }

    private void Sample(
        IEnumerable<int> frames, FrameJournal journal, BlockingCollection<FrameSnapshot> sampled, Action? onProgress, CancellationToken stop,
        CancellationToken broken)
    {
        foreach (var frame in frames)
        {
            if (stop.IsCancellationRequested || _hopeless) return;
            if (_run.CameraNames.All(camera => journal.IsDone(frame, camera))) continue;
            if (_hopes.Count < HopelessAfter) _hopes.TryAdd(frame, true);
            try
            {
                var snapshots = Clock.Time(PipelineStage.Randomise, () => _run.Sample(frame));
                foreach (var camera in _run.CameraNames)
                {
                    if (snapshots.Any(s => s.Camera.Name == camera)) continue;
                    journal.Append(JournalEntry.Off(frame, camera));
                    onProgress?.Invoke();
                }

                foreach (var snapshot in snapshots)
                    if (!journal.IsDone(frame, snapshot.Camera.Name))
                        sampled.Add(snapshot, broken);
            }
            catch (FrameException error)
            {
                Fail(new FailedFrame(frame, "", FramePlace.Sampling, error.Reason), journal);
            }
        }
    }

    private void Draw(
        int lane, BlockingCollection<FrameSnapshot> sampled, BlockingCollection<RenderedFrame> drawn, FrameJournal journal, CancellationToken broken)
    {
        using var renderer = _options.OpenLane(lane);
        var wanted = sampled.GetConsumingEnumerable(broken).Where(_ => !_hopeless);
        foreach (var frame in renderer.Draw(wanted, Clock, (snapshot, error) => Fail(snapshot, FramePlace.Drawing, error.Message, journal)))
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

    private void Write(BlockingCollection<RenderedFrame> drawn, FrameJournal journal, Action? onProgress, CancellationToken broken)
    {
        foreach (var frame in drawn.GetConsumingEnumerable(broken))
        {
            using (frame)
            {
                if (Label(frame, journal) is not { } labels || Write(new LabeledFrame(frame, labels), journal) is not { } written) continue;
                var (index, camera) = (frame.Snapshot.FrameIndex, frame.Snapshot.Camera.Name);
                Clock.Time(PipelineStage.Write, () => journal.Append(JournalEntry.Image(index, camera, written)));
            }

            onProgress?.Invoke();
        }
    }

    /// <summary>What the frame's labelers say; null when one failed.</summary>
    private ImmutableArray<FrameLabel>? Label(RenderedFrame frame, FrameJournal journal)
    {
        var labels = ImmutableArray.CreateBuilder<FrameLabel>(frame.Snapshot.Labelers.Length);
        foreach (var labeler in frame.Snapshot.Labelers)
        {
            try
            {
                labels.Add(Clock.Time(PipelineStage.Label, () => labeler.Label(frame)));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                Fail(frame.Snapshot, FramePlace.Labelling, $"{labeler.Id}: {Words(error)}", journal);
                return null;
            }
        }

        return labels.MoveToImmutable();
    }

    /// <summary>Writes a frame's files; null when they could not be written though those of others can.</summary>
    private WrittenFrame? Write(LabeledFrame frame, FrameJournal journal)
    {
        try
        {
            return Clock.Time(PipelineStage.Write, () => _writer.WriteFrame(frame));
        }
        catch (FileBlockedException error)
        {
            Fail(frame.Frame.Snapshot, FramePlace.Writing, error.Message, journal);
        }
        catch (Exception error) when (error is not (DatasetException or OutOfMemoryException))
        {
            Fail(frame.Frame.Snapshot, FramePlace.Encoding, Words(error), journal);
        }

        return null;
    }

    /// <summary>Our own words stand for themselves; others' do not always say what they are about.</summary>
    private string Words(Exception error) =>
        error is InvalidDataException ? error.Message : $"{error.GetType().Name}: {error.Message}{_run.SourceOf(error)}";

    private void Fail(FrameSnapshot snapshot, FramePlace place, string reason, FrameJournal journal) => Fail(
        new FailedFrame(snapshot.FrameIndex, _run.CameraNames.Length > 1 ? snapshot.Camera.Name : "", place, reason), journal);

    private void Fail(FailedFrame failed, FrameJournal journal)
    {
        journal.Append(JournalEntry.Failed(failed));
        // Each of the first frames counts once, whatever number of cameras it fails in; one image of any frame is hope.
        if (_hopes.TryUpdate(failed.Frame, false, true) && Interlocked.Increment(ref _lostHopes) == HopelessAfter && journal.Images == 0) _hopeless = true;
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
