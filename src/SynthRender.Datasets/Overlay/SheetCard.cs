namespace SynthRender.Datasets.Overlay;

/// <summary>A thing on a <see cref="CardSheet"/>: pictures side by side with a line below.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Note">What stands at the other end of the line; may be empty.</param>
/// <param name="Tiles">Its pictures; every card of a sheet has as many.</param>
public sealed record SheetCard(string Title, string Note, IReadOnlyList<SheetTile> Tiles);
