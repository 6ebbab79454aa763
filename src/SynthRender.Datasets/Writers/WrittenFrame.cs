using System.Collections.Immutable;

namespace SynthRender.Datasets.Writers;

/// <summary>What <see cref="DatasetWriter.WriteFrame"/> leaves of a frame.</summary>
/// <param name="Payload">What the writer must know again when the dataset is put together.</param>
/// <param name="Files">The frame's files, as they lie on disk now.</param>
public sealed record WrittenFrame(ReadOnlyMemory<byte> Payload, ImmutableArray<WrittenFile> Files);
