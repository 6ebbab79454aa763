namespace SynthRender.Farm.Pipeline;

/// <summary>What came of a run.</summary>
/// <param name="Written">Images that were made and written by this run.</param>
/// <param name="Failed">Frames that could not be made.</param>
/// <param name="Stopped">True when the run was asked to stop before its end.</param>
public sealed record PipelineResult(int Written, IReadOnlyList<FailedFrame> Failed, bool Stopped);
