namespace SynthRender.Farm.Pipeline;

/// <summary>A frame that could not be made, and why.</summary>
/// <param name="Frame">Its index in the run.</param>
/// <param name="Reason">One message for a person.</param>
public sealed record FailedFrame(int Frame, string Reason);
