namespace SynthRender.Datasets.Writers;

/// <summary>What a writer must know again of a finished frame when the dataset is put together.</summary>
/// <param name="FrameIndex">The frame's index in the run.</param>
/// <param name="Camera">The camera's name.</param>
/// <param name="Payload">What <see cref="DatasetWriter.WriteFrame"/> returned.</param>
public readonly record struct FrameRecord(int FrameIndex, string Camera, ReadOnlyMemory<byte> Payload);
