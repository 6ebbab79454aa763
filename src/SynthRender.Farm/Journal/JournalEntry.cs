using MessagePack;
using SynthRender.Datasets.Writers;

namespace SynthRender.Farm.Journal;

/// <summary>What became of a frame of one camera.</summary>
[MessagePackObject]
public sealed record JournalEntry
{
    /// <summary>The frame's index in the run.</summary>
    [Key(0)]
    public required int Frame { get; init; }

    /// <summary>The camera's name; empty for the failure of a whole frame.</summary>
    [Key(1)]
    public required string Camera { get; init; }

    /// <summary>What became of it.</summary>
    [Key(2)]
    public required JournalOutcome Outcome { get; init; }

    /// <summary>Of an image: what the writer needs to put it into the finished dataset.</summary>
    [Key(3)]
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Of an image: its files.</summary>
    [Key(4)]
    public WrittenFile[] Files { get; init; } = [];

    /// <summary>Of a failure: where.</summary>
    [Key(5)]
    public FramePlace Place { get; init; }

    /// <summary>Of a failure: why.</summary>
    [Key(6)]
    public string Reason { get; init; } = "";

    /// <summary>An image that is finished.</summary>
    public static JournalEntry Image(int frame, string camera, WrittenFrame written) => new()
    {
        Frame = frame, Camera = camera, Outcome = JournalOutcome.Image, Payload = written.Payload, Files = [.. written.Files],
    };

    /// <summary>A camera that is off in a frame: nothing is missing.</summary>
    public static JournalEntry Off(int frame, string camera) => new() { Frame = frame, Camera = camera, Outcome = JournalOutcome.Off };

    /// <summary>A frame that could not be made.</summary>
    public static JournalEntry Failed(FailedFrame failed) => new()
    {
        Frame = failed.Frame, Camera = failed.Camera, Outcome = JournalOutcome.Failed, Place = failed.Place, Reason = failed.Reason,
    };
}
