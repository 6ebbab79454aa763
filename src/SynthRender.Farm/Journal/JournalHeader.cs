using MessagePack;

namespace SynthRender.Farm.Journal;

/// <summary>The first record of a journal.</summary>
/// <param name="Version">Layout of the entries.</param>
/// <param name="Fingerprint">What the frames depend on.</param>
[MessagePackObject]
public sealed record JournalHeader([property: Key(0)] int Version, [property: Key(1)] string Fingerprint)
{
    /// <summary>The layout that this build writes and reads.</summary>
    public const int CurrentVersion = 2;
}
