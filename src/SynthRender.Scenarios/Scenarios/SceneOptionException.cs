namespace SynthRender.Scenarios;

/// <summary>The command line set an option that the scene does not have, or to something that it does not take. Exit code 2.</summary>
public sealed class SceneOptionException(string message) : Exception(message);
