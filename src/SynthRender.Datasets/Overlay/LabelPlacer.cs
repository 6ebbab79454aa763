using SkiaSharp;

namespace SynthRender.Datasets.Overlay;

/// <summary>Finds room for name labels: beside their boxes, over as few objects and other labels as possible.</summary>
internal sealed class LabelPlacer(SKRect image, IReadOnlyList<SKRect> objects)
{
    private const float OtherLabelWeight = 8;

    private readonly List<SKRect> _placed = [];

    /// <summary>A place for a label of a size, for an object with a box.</summary>
    internal SKRect Place(SKRect box, SKSize size)
    {
        var best = SKRect.Empty;
        var bestCost = float.PositiveInfinity;
        foreach (var candidate in Candidates(box, size))
        {
            var inside = Shift(candidate);
            var cost = objects.Sum(other => Overlap(inside, other)) + OtherLabelWeight * _placed.Sum(other => Overlap(inside, other));
            if (cost >= bestCost) continue;
            (best, bestCost) = (inside, cost);
        }

        _placed.Add(best);
        return best;
    }

    private static IEnumerable<SKRect> Candidates(SKRect box, SKSize size)
    {
        foreach (var y in new[] { box.Top - size.Height, box.Bottom })
        {
            yield return SKRect.Create(box.Left, y, size.Width, size.Height);
            yield return SKRect.Create(box.Right - size.Width, y, size.Width, size.Height);
        }

        foreach (var x in new[] { box.Right, box.Left - size.Width })
        {
            yield return SKRect.Create(x, box.Top, size.Width, size.Height);
            yield return SKRect.Create(x, box.Bottom - size.Height, size.Width, size.Height);
        }

        yield return SKRect.Create(box.Left, box.Top, size.Width, size.Height);
    }

    private SKRect Shift(SKRect rect)
    {
        var left = Math.Clamp(rect.Left, image.Left, Math.Max(image.Left, image.Right - rect.Width));
        var top = Math.Clamp(rect.Top, image.Top, Math.Max(image.Top, image.Bottom - rect.Height));
        return SKRect.Create(left, top, rect.Width, rect.Height);
    }

    private static float Overlap(SKRect a, SKRect b) =>
        Math.Max(0, Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left)) * Math.Max(0, Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top));
}
