using SkiaSharp;
using SynthRender.Datasets.Masks;

namespace SynthRender.Datasets.Overlay;

/// <summary>Draws regions of an image and their names. The canvas is in pixels of the sheet; <paramref name="scale"/> is sheet per image pixel.</summary>
internal sealed class RegionPainter(SKCanvas canvas, float scale)
{
    private const byte MaskAlpha = 84;

    /// <summary>The outlines of a mask, holes included.</summary>
    internal static double[][] Outlines(RunLengthEncoding mask) =>
        [.. MaskOutline.TraceWithHoles(mask).Select(loop => Array.ConvertAll(loop, v => (double)v))];

    /// <summary>Tints what lies inside of an odd number of outlines, and draws them.</summary>
    internal void DrawRegion(IReadOnlyList<double[]> outlines, SKColor color)
    {
        using var builder = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        foreach (var loop in outlines)
        {
            for (var i = 0; i + 1 < loop.Length; i += 2)
            {
                var corner = new SKPoint((float)loop[i] * scale, (float)loop[i + 1] * scale);
                if (i == 0) builder.MoveTo(corner);
                else builder.LineTo(corner);
            }

            builder.Close();
        }

        using var path = builder.Detach();
        using var fill = new SKPaint { Color = color.WithAlpha(MaskAlpha), IsAntialias = true };
        canvas.DrawPath(path, fill);
        using var outline = new SKPaint
        {
            Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = 1.3f, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Miter,
        };
        canvas.DrawPath(path, outline);
    }

    /// <summary>Writes a name beside a box, in the sheet's pixels.</summary>
    internal void DrawName(string name, SKRect box, LabelPlacer placer, SKColor color)
    {
        const float height = 8.5f, padding = 4;
        var place = placer.Place(box, new SKSize(StrokeText.Measure(name, height) + 2 * padding, height + 2 * padding));
        using var background = new SKPaint { Color = color.WithAlpha(235), IsAntialias = true };
        canvas.DrawRoundRect(place, 3, 3, background);
        StrokeText.Draw(canvas, name, place.Left + padding, place.Top + padding, height, InstanceColors.TextOn(color));
    }
}
