namespace SynthRender.Scenarios;

/// <summary>An option that a scene declares.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Value">What it is in this run, as text.</param>
/// <param name="Kind">What it takes, e.g. "int 1 to 20" or "true or false".</param>
/// <param name="Description">What it does; may be empty.</param>
public sealed record SceneOption(string Name, string Value, string Kind, string Description);
