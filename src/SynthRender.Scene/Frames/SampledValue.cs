namespace SynthRender.Frames;

/// <summary>A value that was drawn at random for a frame, kept so that a dataset can be audited, balanced and replayed.</summary>
/// <param name="Randomizer">Name of the randomizer.</param>
/// <param name="Target">Path of the object or another name the stream was keyed with; empty when it has none.</param>
/// <param name="Name">What was drawn, e.g. "elevation".</param>
/// <param name="Value">A number in the parameter's own unit, or a category's name.</param>
public sealed record SampledValue(string Randomizer, string Target, string Name, object Value);
