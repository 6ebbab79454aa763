namespace SynthRender.Datasets.Images;

/// <summary>A decoded PNG file.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Color">What a pixel holds.</param>
/// <param name="Samples">Row-major; 1 or 3 per pixel.</param>
public sealed record PngImage(int Width, int Height, PngColor Color, ushort[] Samples);
