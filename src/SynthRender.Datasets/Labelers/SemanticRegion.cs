using SynthRender.Datasets.Masks;

namespace SynthRender.Datasets.Labelers;

/// <summary>The visible pixels of a class.</summary>
/// <param name="ClassId">1 or more, from the <see cref="IdLabelConfig"/>.</param>
/// <param name="Category">The class.</param>
/// <param name="Mask">Its pixels; at least one.</param>
public sealed record SemanticRegion(int ClassId, string Category, RunLengthEncoding Mask);
