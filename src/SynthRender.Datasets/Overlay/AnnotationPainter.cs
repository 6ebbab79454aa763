using SkiaSharp;
using SynthRender.Datasets.Writers.Coco;

namespace SynthRender.Datasets.Overlay;

/// <summary>Draws the annotations of one image. The canvas is in pixels of the sheet; <paramref name="scale"/> is sheet per image pixel.</summary>
internal sealed class AnnotationPainter(SKCanvas canvas, float scale, IReadOnlyDictionary<int, CocoCategory> categories)
{
    private readonly RegionPainter _regions = new(canvas, scale);

    internal void Draw(SKRect image, IReadOnlyList<CocoAnnotation> annotations)
    {
        for (var i = 0; i < annotations.Count; i++) DrawMask(annotations[i], InstanceColors.Of(i));
        for (var i = 0; i < annotations.Count; i++) DrawBox(Box(annotations[i]), InstanceColors.Of(i));
        for (var i = 0; i < annotations.Count; i++) DrawKeypoints(annotations[i], InstanceColors.Of(i));
        var placer = new LabelPlacer(image, [.. annotations.Select(Box)]);
        for (var i = 0; i < annotations.Count; i++) DrawName(annotations[i], placer, InstanceColors.Of(i));
    }

    private SKRect Box(CocoAnnotation annotation) => SKRect.Create(
        (float)annotation.Bbox[0] * scale, (float)annotation.Bbox[1] * scale, (float)annotation.Bbox[2] * scale, (float)annotation.Bbox[3] * scale);

    private void DrawMask(CocoAnnotation annotation, SKColor color)
    {
        var outlines = annotation.ReadMask() is { } mask ? RegionPainter.Outlines(mask) : annotation.ReadPolygons();
        if (outlines is not null) _regions.DrawRegion(outlines, color);
    }

    private void DrawBox(SKRect box, SKColor color)
    {
        using var paint = Stroke(color.WithAlpha(170), 1);
        canvas.DrawRect(box, paint);
    }

    private void DrawKeypoints(CocoAnnotation annotation, SKColor color)
    {
        if (annotation.Keypoints is not { } keypoints || !categories.TryGetValue(annotation.CategoryId, out var category)) return;
        SKPoint[] points = [.. Enumerable.Range(0, keypoints.Count / 3).Select(i => Point(keypoints, i))];
        int[] flags = [.. Enumerable.Range(0, points.Length).Select(i => (int)keypoints[3 * i + 2])];
        new KeypointPainter(canvas, Lighter(color)).Draw(points, flags, (category.Skeleton ?? []).Select(e => (e[0] - 1, e[1] - 1)));
    }

    private void DrawName(CocoAnnotation annotation, LabelPlacer placer, SKColor color)
    {
        var name = categories.TryGetValue(annotation.CategoryId, out var category) ? category.Name : $"category {annotation.CategoryId}";
        _regions.DrawName(name, Box(annotation), placer, color);
    }

    /// <summary>COCO's keypoints count from pixel centres.</summary>
    private SKPoint Point(IReadOnlyList<double> keypoints, int index) =>
        new((float)(keypoints[3 * index] + 0.5) * scale, (float)(keypoints[3 * index + 1] + 0.5) * scale);

    private static SKColor Lighter(SKColor color) =>
        new((byte)((color.Red + 255) / 2), (byte)((color.Green + 255) / 2), (byte)((color.Blue + 255) / 2));

    private static SKPaint Stroke(SKColor color, float width) =>
        new() { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
}
