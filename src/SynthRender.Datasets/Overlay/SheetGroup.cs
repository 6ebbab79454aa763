namespace SynthRender.Datasets.Overlay;

/// <summary>Cards under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Cards">At least one.</param>
public sealed record SheetGroup(string Title, IReadOnlyList<SheetCard> Cards);
