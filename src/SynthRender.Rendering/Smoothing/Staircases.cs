using System.Numerics;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Reads staircases of edges as the straight lines that they came from (Reshetov, Morphological Antialiasing, HPG 2009), and tells what
/// each pixel beside them takes from across. A line's steps are one pixel high and lead on: where an edge ends otherwise, at the end of
/// a stripe, at a dot or at a square's corner, nobody knows a line, and nothing is taken. So what is one pixel wide stays.
/// </summary>
internal readonly ref struct Staircases(EdgeMap edges, PixelShares shares)
{
    private readonly ReadOnlySpan<ulong> _top = edges.Top;
    private readonly ReadOnlySpan<ulong> _left = edges.Left;
    private readonly int _words = edges.WordsPerRow;
    private readonly int _width = edges.Width;
    private readonly int _height = edges.Height;

    internal void Find()
    {
        FindInRows();
        FindInColumns();
    }

    private void FindInRows()
    {
        for (var y = 1; y < _height; y++)
        {
            var row = _top.Slice(y * _words, _words);
            for (var x = Next(row, 0); x < _width;)
            {
                var end = x + 1;
                while (end < _width && IsTop(end, y) && !IsCrossing(end, y)) end++;
                var (start, stop) = (StepInRow(x, y, outwards: -1), StepInRow(end, y, outwards: 1));
                if ((start != 0 || stop != 0) && !IsStepOfSteepLine(x, y, end, start, stop))
                {
                    for (var i = x; i < end; i++)
                    {
                        var (above, below) = Areas(i - x, end - x, start, stop);
                        if (above > 0) shares.Add((y - 1) * _width + i, 3, above);
                        if (below > 0) shares.Add(y * _width + i, 2, below);
                    }
                }

                x = Next(row, end);
            }
        }
    }

    private void FindInColumns()
    {
        for (var y = 0; y < _height; y++)
        {
            for (var w = 0; w < _words; w++)
            {
                var starts = _left[y * _words + w];
                // A run begins where there is none above, or one that ends in a crossing.
                if (y > 0) starts &= ~_left[(y - 1) * _words + w] | Crossings(y, w);
                for (; starts != 0; starts &= starts - 1)
                {
                    var x = 64 * w + BitOperations.TrailingZeroCount(starts);
                    var end = y + 1;
                    while (end < _height && IsLeft(x, end) && !IsCrossing(x, end)) end++;
                    var (start, stop) = (StepInColumn(x, y, outwards: -1), StepInColumn(x, end, outwards: 1));
                    // A single step of a staircase: the rows have told about it.
                    if ((start == 0 && stop == 0) || (end - y == 1 && start == -stop)) continue;
                    for (var i = y; i < end; i++)
                    {
                        var (before, after) = Areas(i - y, end - y, start, stop);
                        if (before > 0) shares.Add(i * _width + x - 1, 1, before);
                        if (after > 0) shares.Add(i * _width + x, 0, after);
                    }
                }
            }
        }
    }

    /// <summary>Whether a run is one pixel of a staircase whose columns are longer; they tell, and once is enough.</summary>
    private bool IsStepOfSteepLine(int x, int y, int end, int start, int stop)
    {
        if (end - x != 1 || start != -stop) return false;
        var (up, down) = start > 0 ? (x, end) : (end, x);
        return IsLeft(up, y - 2) || IsLeft(down, y + 1);
    }

    /// <summary>
    /// Whether a run above pixel row <paramref name="y"/> ends at the left of column <paramref name="x"/> in a step: 1 up, −1 down, 0 when
    /// it does not. <paramref name="outwards"/> is where the run does not lie.
    /// </summary>
    private int StepInRow(int x, int y, int outwards)
    {
        var (up, down) = (IsLeft(x, y - 1), IsLeft(x, y));
        if (up == down) return 0;
        var row = up ? y - 1 : y + 1;
        var (onwards, back) = outwards > 0 ? (x, x - 1) : (x - 1, x);
        if (!IsTop(onwards, row) || IsTop(back, row)) return 0;
        return up ? 1 : -1;
    }

    /// <summary>Likewise for a run on the left of a column that ends above a row: 1 to the left, −1 to the right.</summary>
    private int StepInColumn(int x, int y, int outwards)
    {
        var (left, right) = (IsTop(x - 1, y), IsTop(x, y));
        if (left == right) return 0;
        var column = left ? x - 1 : x + 1;
        var (onwards, back) = outwards > 0 ? (y, y - 1) : (y - 1, y);
        if (!IsLeft(column, onwards) || IsLeft(column, back)) return 0;
        return left ? 1 : -1;
    }

    /// <summary>Whether four edges meet in the upper left corner of a pixel: two runs touch there, and neither goes on straight.</summary>
    private bool IsCrossing(int x, int y) => IsLeft(x, y) && IsLeft(x, y - 1) && IsTop(x, y) && IsTop(x - 1, y);

    private ulong Crossings(int y, int word)
    {
        var at = y * _words + word;
        var before = _top[at] << 1 | (word > 0 ? _top[at - 1] >> 63 : 0);
        return _top[at] & before & _left[at] & _left[at - _words];
    }

    /// <summary>
    /// The area between the line and the pixels' border at place <paramref name="i"/> of a run: on the first side and on the second.
    /// The line starts half a pixel to the side of the step, meets the border in the middle of the run, and ends likewise.
    /// </summary>
    private static (float First, float Second) Areas(int i, int length, int start, int stop)
    {
        var half = 0.5f * length;
        var a = start == 0 ? 0 : Triangle(MathF.Max(half - i, 0), MathF.Max(half - i - 1, 0), half);
        var b = stop == 0 ? 0 : Triangle(MathF.Max(i + 1 - half, 0), MathF.Max(i - half, 0), half);
        return ((start > 0 ? a : 0) + (stop > 0 ? b : 0), (start < 0 ? a : 0) + (stop < 0 ? b : 0));
    }

    /// <summary>Area under a line that falls from 1/2 to 0 over a length, between two distances from its foot.</summary>
    private static float Triangle(float far, float near, float length) => 0.25f * (far * far - near * near) / length;

    private bool IsTop(int x, int y) => IsSet(_top, x, y);

    private bool IsLeft(int x, int y) => IsSet(_left, x, y);

    private bool IsSet(ReadOnlySpan<ulong> bits, int x, int y) =>
        (uint)x < (uint)_width && (uint)y < (uint)_height && (bits[y * _words + (x >> 6)] >> (x & 63) & 1) != 0;

    /// <summary>The first set bit from a place on; beyond the row when there is none.</summary>
    private static int Next(ReadOnlySpan<ulong> row, int from)
    {
        var w = from >> 6;
        if (w >= row.Length) return int.MaxValue;
        var word = row[w] & (ulong.MaxValue << (from & 63));
        while (word == 0)
        {
            if (++w == row.Length) return int.MaxValue;
            word = row[w];
        }

        return 64 * w + BitOperations.TrailingZeroCount(word);
    }
}
