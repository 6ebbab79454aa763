using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Writers;

/// <summary>A frame as <see cref="InMemoryWriter"/> keeps it.</summary>
/// <param name="Snapshot">What was drawn.</param>
/// <param name="Labels">What the labelers found.</param>
public sealed record MemoryFrame(FrameSnapshot Snapshot, ImmutableArray<FrameLabel> Labels)
{
    /// <summary>RGBA, or empty when pixels are not kept.</summary>
    public ReadOnlyMemory<byte> Color { get; init; }

    /// <summary>Instance ids, or empty when pixels are not kept.</summary>
    public ReadOnlyMemory<uint> InstanceIds { get; init; }

    /// <summary>Depth in metres, or empty when pixels are not kept.</summary>
    public ReadOnlyMemory<float> Depth { get; init; }
}
