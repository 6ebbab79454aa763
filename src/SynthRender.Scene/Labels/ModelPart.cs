using System.Collections.Immutable;

namespace SynthRender.Labels;

/// <summary>A named region of a model: the asset nodes that carry or move it.</summary>
/// <param name="Name">E.g. "antlers".</param>
/// <param name="Nodes">Indices of asset nodes.</param>
public sealed record ModelPart(string Name, ImmutableArray<int> Nodes);
