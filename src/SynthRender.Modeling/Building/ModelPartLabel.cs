namespace SynthRender.Modeling.Building;

/// <summary>A named region: the nodes that carry or move it.</summary>
/// <param name="Name">E.g. "antlers".</param>
/// <param name="Nodes">Names of nodes.</param>
public sealed record ModelPartLabel(string Name, IReadOnlyList<string> Nodes);
