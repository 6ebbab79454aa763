namespace SynthRender.Datasets.Writers.Coco;

/// <summary>An image of a COCO file.</summary>
/// <param name="Id">From 1.</param>
/// <param name="FileName">Relative to the folder of images.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record CocoImage(long Id, string FileName, int Width, int Height);
