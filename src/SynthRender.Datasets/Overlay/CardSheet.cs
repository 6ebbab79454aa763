using System.Runtime.InteropServices;
using SkiaSharp;
using SynthRender.Datasets.Labelers;
using SynthRender.Datasets.Writers;

namespace SynthRender.Datasets.Overlay;

/// <summary>One picture of a collection: cards in groups, each with a few tiles and a name.</summary>
public static class CardSheet
{
    private const int Margin = 28, Gap = 18, CaptionHeight = 34, HeadingHeight = 58, TitleHeight = 66;
    private const int LargestSide = 16384;
    private static readonly SKColor Paper = new(0xf4, 0xf3, 0xf0);
    private static readonly SKColor Ink = new(0x1c, 0x1e, 0x22);
    private static readonly SKColor FaintInk = new(0x6c, 0x70, 0x78);
    // Few things are of this colour.
    private static readonly SKColor Mark = new(0x2b, 0xd4, 0xf0);
    private static readonly SKColor Rule = new(0xc9, 0xc7, 0xc1);

    /// <summary>Makes a sheet and stores it as a PNG file, packed as small as zlib can.</summary>
    /// <param name="path">Where; its folder must exist.</param>
    /// <param name="title">Stands at the top.</param>
    /// <param name="summary">Stands at the top, opposite.</param>
    /// <param name="groups">The cards.</param>
    /// <param name="columns">Cards side by side, 1 or more.</param>
    /// <param name="tile">Width and height of a tile on the sheet, pixels, 32 or more; larger pictures are scaled down.</param>
    /// <exception cref="ArgumentException">Cards have different numbers of tiles, or there are none.</exception>
    /// <exception cref="DatasetException">The file cannot be written.</exception>
    public static void Save(string path, string title, string summary, IReadOnlyList<SheetGroup> groups, int columns, int tile)
    {
        using var sheet = Render(title, summary, groups, columns, tile);
        using var pixels = sheet.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9))
            ?? throw new DatasetException($"The PNG encoder refused a sheet of {sheet.Width}×{sheet.Height} pixels.");
        AtomicFile.Write(path, png.ToArray());
    }

    /// <summary>Makes a sheet; RGBA, the caller disposes of it. Parameters as of <see cref="Save"/>.</summary>
    public static SKBitmap Render(string title, string summary, IReadOnlyList<SheetGroup> groups, int columns, int tile)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(tile, 32);
        var counts = groups.SelectMany(g => g.Cards).Select(c => c.Tiles.Count).Distinct().ToArray();
        if (counts.Length != 1 || counts[0] == 0 || groups.Any(g => g.Cards.Count == 0))
            throw new ArgumentException("A sheet needs cards, and every card the same number of tiles, at least one.", nameof(groups));
        var cardWidth = counts[0] * tile;
        columns = Math.Min(columns, groups.Max(g => g.Cards.Count));
        var width = 2 * Margin + columns * cardWidth + (columns - 1) * Gap;
        var height = TitleHeight + Margin + groups.Sum(g => HeadingHeight + Rows(g, columns) * (tile + CaptionHeight));
        if (width > LargestSide || height > LargestSide)
            throw new ArgumentException($"The sheet would have {width}×{height} pixels; {LargestSide} is the longest side. Show fewer or smaller tiles.", nameof(groups));

        var sheet = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(sheet);
        canvas.Clear(Paper);
        StrokeText.Draw(canvas, title, Margin, 28, 20, Ink);
        StrokeText.Draw(canvas, summary, width - Margin - StrokeText.Measure(summary, 12), 34, 12, FaintInk);
        var top = TitleHeight;
        foreach (var group in groups)
        {
            StrokeText.Draw(canvas, group.Title, Margin, top + 22, 15, Ink);
            using (var rule = new SKPaint { Color = Rule, StrokeWidth = 1 })
                canvas.DrawLine(Margin + StrokeText.Measure(group.Title, 15) + 14, top + 30.5f, width - Margin, top + 30.5f, rule);
            top += HeadingHeight;
            for (var i = 0; i < group.Cards.Count; i++)
                DrawCard(canvas, group.Cards[i], Margin + i % columns * (cardWidth + Gap), top + i / columns * (tile + CaptionHeight), tile);
            top += Rows(group, columns) * (tile + CaptionHeight);
        }

        return sheet;
    }

    private static int Rows(SheetGroup group, int columns) => (group.Cards.Count + columns - 1) / columns;

    private static void DrawCard(SKCanvas canvas, SheetCard card, float left, float top, int tile)
    {
        var area = SKRect.Create(left, top, card.Tiles.Count * tile, tile);
        canvas.Save();
        using (var frame = new SKRoundRect(area, 6)) canvas.ClipRoundRect(frame, antialias: true);
        for (var i = 0; i < card.Tiles.Count; i++) DrawTile(canvas, card.Tiles[i], SKRect.Create(left + i * tile, top, tile, tile));
        canvas.Restore();
        StrokeText.Draw(canvas, card.Title, left + 3, top + tile + 8, 11, Ink);
        StrokeText.Draw(canvas, card.Note, area.Right - 3 - StrokeText.Measure(card.Note, 9), top + tile + 9, 9, FaintInk);
    }

    private static void DrawTile(SKCanvas canvas, SheetTile tile, SKRect area)
    {
        var info = new SKImageInfo(tile.Width, tile.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var image = SKImage.FromPixelCopy(info, MemoryMarshal.AsBytes(tile.Color.AsSpan())))
            canvas.DrawImage(image, area, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var (x, y) = (area.Width / tile.Width, area.Height / tile.Height);
        foreach (var thing in tile.Keypoints)
        {
            SKPoint[] points = [.. thing.Keypoints.Select(k => new SKPoint(area.Left + k.X * x, area.Top + k.Y * y))];
            int[] flags = [.. thing.Keypoints.Select(k => (int)k.Visibility)];
            new KeypointPainter(canvas, Mark, 0.62f).Draw(points, flags, thing.Template.Edges);
        }
    }
}
