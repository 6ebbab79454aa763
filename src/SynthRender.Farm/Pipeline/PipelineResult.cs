namespace SynthRender.Farm.Pipeline;

/// <summary>How a run of the pipeline ended; what it made is in its journal.</summary>
/// <param name="Hopeless">True when it gave up: the first <see cref="FramePipeline.HopelessAfter"/> frames all failed.</param>
/// <param name="Stopped">True when it was asked to stop before its end.</param>
public sealed record PipelineResult(bool Hopeless, bool Stopped);
