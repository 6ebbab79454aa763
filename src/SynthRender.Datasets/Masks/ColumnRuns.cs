using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthRender.Datasets.Masks;

/// <summary>
/// An id image as its longest runs of equal ids in column-major order. All masks of the image follow from it without another look
/// at the pixels.
/// </summary>
/// <remarks>
/// The image is row-major and the runs are column-major. Walking it by columns would touch a cache line per pixel; comparing each row
/// with the one above goes through memory in order, eight pixels at a time, and finds the same thing, the places where a column changes
/// its id. These are few, and a counting sort by column puts them in order. Measured on 640×480 with 50 ellipses: 0.09 ms, walking by
/// columns 0.25 ms.
/// </remarks>
public sealed class ColumnRuns
{
    private readonly int[] _starts;
    private readonly uint[] _ids;

    private ColumnRuns(int width, int height, int[] starts, uint[] ids) => (Width, Height, _starts, _ids) = (width, height, starts, ids);

    /// <summary>Columns of the image.</summary>
    public int Width { get; }

    /// <summary>Rows of the image.</summary>
    public int Height { get; }

    /// <summary>Column-major index (x·height + y) of each run's first pixel, ascending from 0.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>The id of each run; neighbours differ.</summary>
    public ReadOnlySpan<uint> Ids => _ids;

    /// <summary>Finds the runs of an image.</summary>
    /// <param name="image">Row-major, width·height ids.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more; width·height is below 2³¹.</param>
    /// <exception cref="ArgumentException">The image has another number of pixels.</exception>
    public static ColumnRuns Of(ReadOnlySpan<uint> image, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (image.Length != (long)width * height)
            throw new ArgumentException(
                $"An image of {width}×{height} has {(long)width * height} pixels, got {image.Length}.", nameof(image));

        var columnEnds = ArrayPool<int>.Shared.Rent(width);
        Array.Clear(columnEnds, 0, width);
        var changes = FindChanges(image, width, height, columnEnds, out var count);
        var sorted = ArrayPool<Change>.Shared.Rent(Math.Max(count, 1));
        SortByColumn(changes.AsSpan(0, count), sorted, columnEnds.AsSpan(0, width));
        ArrayPool<Change>.Shared.Return(changes);
        var runs = Join(image[..width], sorted, columnEnds.AsSpan(0, width), height);
        ArrayPool<Change>.Shared.Return(sorted);
        ArrayPool<int>.Shared.Return(columnEnds);
        return runs;
    }

    /// <summary>Makes the masks of several labels in one walk over the runs.</summary>
    /// <param name="maskOfId">For each id of the image the index of its mask, −1 for none. Several ids may share a mask.</param>
    /// <param name="maskCount">The number of masks; those that nothing falls into are empty.</param>
    /// <exception cref="InvalidDataException">The image has an id beyond <paramref name="maskOfId"/>.</exception>
    public RunLengthEncoding[] Masks(ReadOnlySpan<int> maskOfId, int maskCount)
    {
        var walk = new MaskWalk(this, maskOfId, maskCount);
        return walk.Build();
    }

    private static Change[] FindChanges(ReadOnlySpan<uint> image, int width, int height, int[] perColumn, out int count)
    {
        count = 0;
        var changes = ArrayPool<Change>.Shared.Rent(16 * width);
        for (var y = 1; y < height; y++)
        {
            // Room for a whole row that changes, so that the inner loop needs no check.
            if (changes.Length - count < width) changes = Grow(changes, count, width);
            var above = image.Slice((y - 1) * width, width);
            var row = image.Slice(y * width, width);
            var x = 0;
            for (; x <= width - Vector256<uint>.Count; x += Vector256<uint>.Count)
            {
                var now = Vector256.Create(row[x..]);
                var equal = Vector256.Equals(now, Vector256.Create(above[x..]));
                if (equal == Vector256<uint>.AllBitsSet) continue;
                for (var differ = ~equal.ExtractMostSignificantBits() & 0xff; differ != 0; differ &= differ - 1)
                {
                    var column = x + int.TrailingZeroCount((int)differ);
                    changes[count++] = new Change(column, y, row[column]);
                    perColumn[column]++;
                }
            }

            for (; x < width; x++)
            {
                if (row[x] == above[x]) continue;
                changes[count++] = new Change(x, y, row[x]);
                perColumn[x]++;
            }
        }

        return changes;
    }

    private static Change[] Grow(Change[] changes, int count, int atLeast)
    {
        var larger = ArrayPool<Change>.Shared.Rent(Math.Max(2 * changes.Length, count + atLeast));
        changes.AsSpan(0, count).CopyTo(larger);
        ArrayPool<Change>.Shared.Return(changes);
        return larger;
    }

    /// <summary>Counting sort; <paramref name="columns"/> holds the counts before and the ends of the columns after.</summary>
    private static void SortByColumn(ReadOnlySpan<Change> changes, Span<Change> sorted, Span<int> columns)
    {
        var start = 0;
        for (var x = 0; x < columns.Length; x++) (columns[x], start) = (start, start + columns[x]);
        foreach (var change in changes) sorted[columns[change.X]++] = change;
    }

    private static ColumnRuns Join(ReadOnlySpan<uint> topRow, ReadOnlySpan<Change> sorted, ReadOnlySpan<int> columnEnds, int height)
    {
        var width = topRow.Length;
        var most = columnEnds[^1] + width;
        var starts = ArrayPool<int>.Shared.Rent(most);
        var ids = ArrayPool<uint>.Shared.Rent(most);
        var count = 0;
        var change = 0;
        for (var x = 0; x < width; x++)
        {
            if (count == 0 || ids[count - 1] != topRow[x]) (starts[count], ids[count++]) = (x * height, topRow[x]);
            for (; change < columnEnds[x]; change++)
                (starts[count], ids[count++]) = (x * height + sorted[change].Y, sorted[change].Id);
        }

        var runs = new ColumnRuns(width, height, starts.AsSpan(0, count).ToArray(), ids.AsSpan(0, count).ToArray());
        ArrayPool<int>.Shared.Return(starts);
        ArrayPool<uint>.Shared.Return(ids);
        return runs;
    }

    /// <summary>A pixel whose id differs from the one above it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Change(int X, int Y, uint Id);
}
