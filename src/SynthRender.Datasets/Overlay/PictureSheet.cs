using System.Runtime.InteropServices;
using SkiaSharp;
using SynthRender.Datasets.Images;

namespace SynthRender.Datasets.Overlay;

/// <summary>Pictures side by side, each with its name under it.</summary>
public static class PictureSheet
{
    private const int Gap = 8, CaptionHeight = 22, TextHeight = 10;
    private static readonly SKColor Paper = new(0x16, 0x18, 0x1d);
    private static readonly SKColor Ink = new(0xf0, 0xf2, 0xf5);

    /// <summary>Makes a sheet.</summary>
    /// <param name="pictures">At least one; all of one size.</param>
    /// <param name="columns">Pictures in a row, at least 1.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="quality">For JPEG, 1 to 100.</param>
    /// <exception cref="ArgumentException">There are no pictures, or they differ in size.</exception>
    public static EncodedImage Encode(IReadOnlyList<SheetPicture> pictures, int columns, ImageFormat format, int quality = 90)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (pictures.Count == 0) throw new ArgumentException("A sheet needs at least one picture.", nameof(pictures));
        var (width, height) = (pictures[0].Width, pictures[0].Height);
        if (pictures.FirstOrDefault(p => p.Width != width || p.Height != height) is { } other)
            throw new ArgumentException($"'{other.Name}' has {other.Width}×{other.Height} pixels, the others {width}×{height}.", nameof(pictures));
        columns = Math.Min(columns, pictures.Count);
        var rows = (pictures.Count + columns - 1) / columns;
        using var sheet = new SKBitmap(new SKImageInfo(
            Gap + columns * (width + Gap), Gap + rows * (height + CaptionHeight), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(Paper);
        for (var i = 0; i < pictures.Count; i++)
        {
            var (x, y) = (Gap + i % columns * (width + Gap), Gap + i / columns * (height + CaptionHeight));
            using var picture = SKImage.FromPixelCopy(
                new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque), MemoryMarshal.AsBytes(pictures[i].Rgba.Span));
            canvas.DrawImage(picture, x, y, SKSamplingOptions.Default);
            StrokeText.Draw(canvas, pictures[i].Name, x + 2, y + height + 5, TextHeight, Ink);
        }

        canvas.Flush();
        return ImageEncoder.Encode(sheet.GetPixelSpan(), sheet.Width, sheet.Height, format, quality);
    }
}
