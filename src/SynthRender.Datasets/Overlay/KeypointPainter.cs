using SkiaSharp;

namespace SynthRender.Datasets.Overlay;

/// <summary>Draws keypoints and the lines that join them: full dots where they are visible, rings where they are hidden.</summary>
internal sealed class KeypointPainter(SKCanvas canvas, SKColor color, float size = 1)
{
    private static readonly SKColor Shade = new(0, 0, 0, 150);

    /// <summary>Draws the keypoints of one thing.</summary>
    /// <param name="points">Where they are, in the canvas' units.</param>
    /// <param name="flags">COCO's v of each: 0 is left out, 1 hidden, 2 visible.</param>
    /// <param name="edges">Pairs of indices, from 0.</param>
    internal void Draw(ReadOnlySpan<SKPoint> points, ReadOnlySpan<int> flags, IEnumerable<(int From, int To)> edges)
    {
        using var shade = Stroke(Shade, 3.4f * size);
        using var line = Stroke(color, 1.7f * size);
        foreach (var (from, to) in edges)
        {
            if (flags[from] == 0 || flags[to] == 0) continue;
            canvas.DrawLine(points[from], points[to], shade);
            canvas.DrawLine(points[from], points[to], line);
        }

        for (var i = 0; i < points.Length; i++) DrawPoint(points[i], flags[i]);
    }

    private void DrawPoint(SKPoint at, int flag)
    {
        if (flag == 0) return;
        using var shade = new SKPaint { Color = Shade, IsAntialias = true };
        canvas.DrawCircle(at, 4.4f * size, shade);
        using var dot = flag == 2 ? new SKPaint { Color = color, IsAntialias = true } : Stroke(color, 1.4f * size);
        canvas.DrawCircle(at, (flag == 2 ? 3.2f : 2.9f) * size, dot);
    }

    private static SKPaint Stroke(SKColor color, float width) =>
        new() { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
}
