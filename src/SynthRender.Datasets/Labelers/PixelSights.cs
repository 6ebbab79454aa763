using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>
/// What ids and depth alone tell of the surfaces near the line to a keypoint: those of the 3×3 pixels around it, as planes that are carried
/// on from the pixels' centres.
/// </summary>
internal static class PixelSights
{
    private const float Rounding = 1e-5f;
    private const float SlantPixels = 0.5f;

    /// <summary>Fills in the surfaces around a place in the image, at most 9.</summary>
    /// <returns>How many there are.</returns>
    internal static int Around(RenderedFrame frame, float x, float y, Span<SightHit> hits)
    {
        var count = 0;
        var (column, row) = ((int)x, (int)y);
        for (var j = Math.Max(row - 1, 0); j <= Math.Min(row + 1, frame.Height - 1); j++)
        {
            for (var i = Math.Max(column - 1, 0); i <= Math.Min(column + 1, frame.Width - 1); i++)
            {
                var pixel = j * frame.Width + i;
                if (float.IsPositiveInfinity(frame.Depth[pixel])) continue;
                var (perColumn, perRow) = (Slope(frame, pixel, i, frame.Width, 1), Slope(frame, pixel, j, frame.Height, frame.Width));
                var inverse = 1 / frame.Depth[pixel] + (x - i - 0.5f) * perColumn + (y - j - 0.5f) * perRow;
                // A plane that comes to its horizon before it comes to the keypoint is not carried on.
                var depth = inverse > 0 ? 1 / inverse : frame.Depth[pixel];
                var slack = Rounding * depth + SlantPixels * depth * depth * (MathF.Abs(perColumn) + MathF.Abs(perRow));
                hits[count++] = new SightHit(frame.InstanceIds[pixel], depth, slack, (i, j) == (column, row) ? 0 : 1);
            }
        }

        return count;
    }

    /// <summary>
    /// By how much 1/depth, which is linear in the image over a plane, grows from a pixel to the next: the lesser of both sides', since a
    /// plane may end at one of them.
    /// </summary>
    private static float Slope(RenderedFrame frame, int pixel, int at, int size, int step)
    {
        var before = at > 0 ? Step(frame, pixel - step, pixel) : float.NaN;
        var after = at + 1 < size ? Step(frame, pixel, pixel + step) : float.NaN;
        if (float.IsNaN(before) || float.IsNaN(after)) return float.IsNaN(before) ? float.IsNaN(after) ? 0 : after : before;
        return MathF.Abs(before) < MathF.Abs(after) ? before : after;
    }

    private static float Step(RenderedFrame frame, int from, int to) =>
        frame.InstanceIds[from] == frame.InstanceIds[to] ? 1 / frame.Depth[to] - 1 / frame.Depth[from] : float.NaN;
}
