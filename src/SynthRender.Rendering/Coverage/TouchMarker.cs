namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Marks the pixels where two instances' surfaces meet in depth, as feet do with the ground: there rounding of the depth, rather
/// than of edges, may have chosen the wrong one.
/// </summary>
internal static class TouchMarker
{
    internal static void MarkTouches(PixelMarks marks, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var row = y * width;
            MarkPairs(marks, ids, depth, row, row + 1, width - 1, 1, width);
            if (y + 1 < height) MarkPairs(marks, ids, depth, row, row + width, width, width, width);
        }
    }

    /// <summary>Compares <paramref name="count"/> pixels from <paramref name="first"/> with those from <paramref name="second"/>.</summary>
    private static void MarkPairs(
        PixelMarks marks, ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, int first, int second, int count, int step, int width)
    {
        var a = ids.Slice(first, count);
        var b = ids.Slice(second, count);
        for (var at = 0; at < count; at++)
        {
            // Runs of equal pairs are most of an image, and are skipped with vector instructions.
            at += a[at..].CommonPrefixLength(b[at..]);
            if (at >= count) return;
            if (!Touch(ids, depth, first + at, second + at, step)) continue;
            marks.Mark((first + at) % width, (first + at) / width);
            marks.Mark((second + at) % width, (second + at) / width);
        }
    }

    private static bool Touch(ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, int p, int q, int step)
    {
        var (near, far) = (MathF.Min(depth[p], depth[q]), MathF.Max(depth[p], depth[q]));
        if (float.IsPositiveInfinity(far)) return false;
        // Both surfaces, carried on by a few times what they fell over the last pixel, must be able to meet in between.
        var slope = Step(ids, depth, p, p - step) + Step(ids, depth, q, q + step);
        return far - near <= 4 * slope + 0.01f * near;
    }

    private static float Step(ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, int at, int beyond) =>
        (uint)beyond < (uint)ids.Length && ids[beyond] == ids[at] ? MathF.Abs(depth[beyond] - depth[at]) : 0.02f * depth[at];
}
