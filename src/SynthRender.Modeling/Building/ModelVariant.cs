namespace SynthRender.Modeling.Building;

/// <summary>A named look of the whole model.</summary>
/// <param name="Name">E.g. "winter_coat".</param>
/// <param name="Changes">What differs from the plain look.</param>
public sealed record ModelVariant(string Name, IReadOnlyList<MaterialChange> Changes);
