using System.Globalization;
using SkiaSharp;
using SynthRender.Datasets.Images;
using SynthRender.Datasets.Writers;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Datasets.Overlay;

/// <summary>
/// One picture of a finished dataset: its images with masks, boxes, keypoints and names drawn over them; with the regions of semantic classes
/// when there are no masks of single objects. Everything is read back from the dataset's files, so it shows what was written.
/// </summary>
public static class ContactSheet
{
    private const int Gap = 10, CaptionHeight = 24, TitleHeight = 44;
    private const int LargestSide = 16384;
    private const int HighestTile = 3;
    private static readonly SKColor Paper = new(0x16, 0x18, 0x1d);
    private static readonly SKColor Ink = new(0xf0, 0xf2, 0xf5);
    private static readonly SKColor FaintInk = new(0xa4, 0xab, 0xb8);

    /// <summary>Makes the sheet of a dataset and stores it as a PNG file.</summary>
    /// <exception cref="DatasetException">The dataset cannot be read, or the file cannot be written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static void Save(string datasetFolder, string path, ContactSheetOptions? options = null)
    {
        using var sheet = Render(datasetFolder, options);
        using var image = PngEncoder.EncodeColor(sheet.GetPixelSpan(), sheet.Width, sheet.Height);
        AtomicFile.Write(path, image.Bytes);
    }

    /// <summary>Makes the sheet of a dataset; RGBA, the caller disposes of it.</summary>
    /// <exception cref="DatasetException">The dataset cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static SKBitmap Render(string datasetFolder, ContactSheetOptions? options = null)
    {
        options ??= new ContactSheetOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxImages, 1, nameof(ContactSheetOptions.MaxImages));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TileWidth, 64, nameof(ContactSheetOptions.TileWidth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TileWidth, 4096, nameof(ContactSheetOptions.TileWidth));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Columns, nameof(ContactSheetOptions.Columns));

        var coco = CocoFile.ReadFrom(datasetFolder);
        var images = Spread(coco.Images, options.MaxImages);
        if (images.Count == 0) throw new DatasetSettingsException($"'{datasetFolder}' has no images to show.");
        var tileHeight = images.Max(image => (int)MathF.Ceiling(image.Height * Scale(image, options.TileWidth)));
        var columns = options.Columns > 0 ? options.Columns : ChooseColumns(images.Count, options.TileWidth, tileHeight);
        var rows = (images.Count + columns - 1) / columns;
        var (width, height) = (Gap + columns * (options.TileWidth + Gap), TitleHeight + rows * (tileHeight + CaptionHeight + Gap));
        if (width > LargestSide || height > LargestSide)
            throw new ArgumentOutOfRangeException(
                nameof(options), $"The sheet would have {width}×{height} pixels; {LargestSide} is the longest side. Ask for fewer or smaller images.");

        var sheet = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(Paper);
        DrawTitle(canvas, coco, images.Count, width);
        var categories = coco.Categories.ToDictionary(c => c.Id);
        var annotations = coco.Annotations.ToLookup(a => a.ImageId);
        var semantic = coco.Annotations.Any(a => a.Segmentation.ValueKind != System.Text.Json.JsonValueKind.Undefined) ? null : SemanticImages.Of(datasetFolder);
        for (var i = 0; i < images.Count; i++)
        {
            canvas.Save();
            canvas.Translate(Gap + i % columns * (options.TileWidth + Gap), TitleHeight + i / columns * (tileHeight + CaptionHeight + Gap));
            DrawTile(canvas, datasetFolder, images[i], [.. annotations[images[i].Id]], categories, semantic, options.TileWidth);
            canvas.Restore();
        }

        return sheet;
    }

    /// <summary>An image is as wide as a tile, unless it would be higher than so many of its widths.</summary>
    private static float Scale(CocoImage image, int tileWidth) => MathF.Min((float)tileWidth / image.Width, (float)HighestTile * tileWidth / image.Height);

    private static void DrawTile(
        SKCanvas canvas, string datasetFolder, CocoImage image, IReadOnlyList<CocoAnnotation> annotations,
        IReadOnlyDictionary<int, CocoCategory> categories, SemanticImages? semantic, int tileWidth)
    {
        var scale = Scale(image, tileWidth);
        var area = SKRect.Create(image.Width * scale, image.Height * scale);
        canvas.Save();
        canvas.ClipRect(area);
        using (var pixels = Load(Path.Combine(datasetFolder, CocoWriter.ImageFolder, image.FileName)))
        {
            // Enlarged pixels stay square, so that one can see whether outlines follow them.
            var sampling = scale >= 2 ? new SKSamplingOptions(SKFilterMode.Nearest) : new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear);
            canvas.DrawImage(pixels, area, sampling);
        }

        var classes = semantic?.Read(image) ?? [];
        new SemanticPainter(canvas, scale).Draw(area, classes);
        new AnnotationPainter(canvas, scale, categories).Draw(area, annotations);
        canvas.Restore();
        StrokeText.Draw(canvas, image.FileName, 2, area.Height + 7, 9, FaintInk);
        var count = annotations.Count == 0 && classes.Count > 0 ? Count(classes.Count, "class", "classes") : Count(annotations.Count, "object", "objects");
        StrokeText.Draw(canvas, count, tileWidth - 2 - StrokeText.Measure(count, 9), area.Height + 7, 9, FaintInk);
    }

    private static void DrawTitle(SKCanvas canvas, CocoFile coco, int shown, int width)
    {
        var name = coco.Info.ValueKind == System.Text.Json.JsonValueKind.Object && coco.Info.TryGetProperty("description", out var description)
            ? description.ToString()
            : "";
        StrokeText.Draw(canvas, name, Gap + 2, 15, 14, Ink);
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{shown} of {coco.Images.Count} images · {coco.Annotations.Count} objects · {coco.Categories.Count} categories");
        var left = width - Gap - 2 - StrokeText.Measure(summary, 10);
        if (left > Gap + StrokeText.Measure(name, 14) + 20) StrokeText.Draw(canvas, summary, left, 18, 10, FaintInk);
    }

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private static SKImage Load(string path) => (File.Exists(path) ? SKImage.FromEncodedData(path) : null)
        ?? throw new DatasetException($"The image '{path}' is missing or cannot be decoded.");

    private static List<CocoImage> Spread(IReadOnlyList<CocoImage> images, int most)
    {
        var count = Math.Min(most, images.Count);
        return [.. Enumerable.Range(0, count).Select(i => images[(int)((long)i * images.Count / count)])];
    }

    private static int ChooseColumns(int count, int tileWidth, int tileHeight)
    {
        const double aspect = 1.6;
        var columns = Math.Sqrt(count * aspect * (tileHeight + CaptionHeight) / tileWidth);
        return Math.Clamp((int)Math.Round(columns), 1, count);
    }
}
