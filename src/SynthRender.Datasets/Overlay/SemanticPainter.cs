using SkiaSharp;
using SynthRender.Datasets.Masks;

namespace SynthRender.Datasets.Overlay;

/// <summary>Draws the classes of one image. The canvas is in pixels of the sheet; <paramref name="scale"/> is sheet per image pixel.</summary>
internal sealed class SemanticPainter(SKCanvas canvas, float scale)
{
    /// <summary>Draws every class that shows, in a colour of its own, the same in every image.</summary>
    internal void Draw(SKRect image, IReadOnlyList<(int ClassId, string Name, RunLengthEncoding Mask)> classes)
    {
        var painter = new RegionPainter(canvas, scale);
        foreach (var (id, _, mask) in classes) painter.DrawRegion(RegionPainter.Outlines(mask), InstanceColors.Of(id));
        // Regions fill the image: names go inside of their own, and only keep off of each other.
        var placer = new LabelPlacer(image, []);
        foreach (var (id, name, mask) in classes) painter.DrawName(name, Middle(mask), placer, InstanceColors.Of(id));
    }

    /// <summary>A point of the mask: the middle of its longest run down a column.</summary>
    private SKRect Middle(RunLengthEncoding mask)
    {
        var (at, longest, position) = (0, 0, 0);
        for (var run = 0; run < mask.Runs.Length; position += mask.Runs[run++])
            if ((run & 1) == 1 && mask.Runs[run] > longest)
                (at, longest) = (position + mask.Runs[run] / 2, mask.Runs[run]);
        return SKRect.Create(at / mask.Height * scale, at % mask.Height * scale, scale, scale);
    }
}
