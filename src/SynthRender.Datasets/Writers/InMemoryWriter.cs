using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers;

/// <summary>Keeps labels in memory, and pixels when asked to: for tests, and for programs that train without files.</summary>
public sealed class InMemoryWriter : DatasetWriter
{
    private readonly ConcurrentDictionary<(int Frame, string Camera), MemoryFrame> _frames = new();

    /// <inheritdoc/>
    public override string Format => "memory";

    /// <summary>Also copies colour, ids and depth.</summary>
    public bool KeepPixels { get; init; }

    /// <summary>What <see cref="Begin"/> was given; null before.</summary>
    public DatasetDescription? Description { get; private set; }

    /// <summary>The frames in order, once <see cref="Complete"/> has run.</summary>
    public ImmutableArray<MemoryFrame> Frames { get; private set; } = [];

    /// <inheritdoc/>
    public override void Begin(DatasetDescription description) => Description = description;

    /// <inheritdoc/>
    public override WrittenFrame WriteFrame(LabeledFrame frame)
    {
        var snapshot = frame.Frame.Snapshot;
        _frames[(snapshot.FrameIndex, snapshot.Camera.Name)] = new MemoryFrame(snapshot, frame.Labels)
        {
            Color = KeepPixels ? frame.Frame.Color.ToArray() : [],
            InstanceIds = KeepPixels ? frame.Frame.InstanceIds.ToArray() : [],
            Depth = KeepPixels ? frame.Frame.Depth.ToArray() : [],
        };
        var payload = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(payload, snapshot.FrameIndex);
        return new WrittenFrame(payload, []);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Complete(IEnumerable<FrameRecord> frames)
    {
        Frames = [.. frames.Select(record => _frames.TryGetValue((record.FrameIndex, record.Camera), out var frame)
            ? frame
            : throw new DatasetException(
                $"Frame {record.FrameIndex} of camera '{record.Camera}' was not written by this process, so it is not in memory."))];
        return [];
    }
}
