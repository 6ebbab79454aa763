using System.Collections.Concurrent;
using SkiaSharp;

namespace SynthRender.Datasets.Overlay;

/// <summary>Draws text with <see cref="StrokeFont"/>.</summary>
internal static class StrokeText
{
    private static readonly ConcurrentDictionary<char, SKPath> Paths = new();

    /// <summary>The width of a text in pixels when its capitals are <paramref name="height"/> pixels high.</summary>
    internal static float Measure(string text, float height)
    {
        var units = text.Sum(c => GlyphOf(c).Width) + Math.Max(text.Length - 1, 0) * StrokeFont.Gap;
        return units * height / StrokeFont.CapHeight;
    }

    /// <summary>Draws a text whose capitals have their upper left corner at (x, y).</summary>
    internal static void Draw(SKCanvas canvas, string text, float x, float y, float height, SKColor color)
    {
        var scale = height / StrokeFont.CapHeight;
        using var paint = new SKPaint
        {
            Color = color,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = 2f,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(scale);
        foreach (var c in text)
        {
            canvas.DrawPath(Paths.GetOrAdd(c, key => SKPath.ParseSvgPathData(GlyphOf(key).Path)), paint);
            canvas.Translate(GlyphOf(c).Width + StrokeFont.Gap, 0);
        }

        canvas.Restore();
    }

    private static (float Width, string Path) GlyphOf(char c) => StrokeFont.Glyphs.TryGetValue(c, out var glyph) ? glyph : StrokeFont.Missing;
}
