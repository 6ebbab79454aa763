using SynthRender.Datasets.Labelers;

namespace SynthRender.Datasets.Overlay;

/// <summary>A picture on a card.</summary>
/// <param name="Color">RGBA, 8 bits each, sRGB, row by row from the top: 4·width·height bytes.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Keypoints">Drawn over the picture with their edges; empty for none.</param>
public sealed record SheetTile(byte[] Color, int Width, int Height, IReadOnlyList<InstanceKeypoints> Keypoints);
