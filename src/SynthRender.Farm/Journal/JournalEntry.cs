using MessagePack;

namespace SynthRender.Farm.Journal;

/// <summary>A finished frame of one camera.</summary>
/// <param name="Frame">Its index in the run.</param>
/// <param name="Camera">The camera's name.</param>
/// <param name="Payload">What the writer needs to put the frame into the finished dataset.</param>
[MessagePackObject]
public sealed record JournalEntry(
    [property: Key(0)] int Frame, [property: Key(1)] string Camera, [property: Key(2)] ReadOnlyMemory<byte> Payload);
