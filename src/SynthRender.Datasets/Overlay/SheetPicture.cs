namespace SynthRender.Datasets.Overlay;

/// <summary>A picture on a <see cref="PictureSheet"/>.</summary>
/// <param name="Name">What is written under it.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgba">RGBA, 8 bits each, sRGB, rows from the top: 4·width·height bytes.</param>
public sealed record SheetPicture(string Name, int Width, int Height, ReadOnlyMemory<byte> Rgba);
