using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Morphological anti-aliasing (Reshetov, Morphological Antialiasing, HPG 2009) on edges found in ids and depth. A staircase of
/// pixels is read as the straight line that it came from; each pixel then takes from its neighbour the share that lies beyond
/// the line, in linear light. It runs on the CPU after read-back: only edge pixels cost anything there, while a shader on the CPU
/// driver would run for every pixel, and 4× multisampling doubles the frame.
/// </summary>
internal sealed class EdgeSmoothing
{
    private readonly EdgeMap _edges = new();

    /// <summary>Smooths <paramref name="picture"/>, a copy of <paramref name="source"/>; both RGBA, 8 bits, sRGB.</summary>
    /// <param name="source">The picture as drawn.</param>
    /// <param name="sourcePitch">Bytes from a row of the source to the next.</param>
    /// <param name="picture">Rows without padding.</param>
    /// <param name="ids">The instance ids.</param>
    /// <param name="depth">Planar depth, metres.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="focalLengthPixels">The camera's.</param>
    internal void Smooth(
        ReadOnlySpan<byte> source,
        int sourcePitch,
        Span<byte> picture,
        ReadOnlySpan<uint> ids,
        ReadOnlySpan<float> depth,
        int width,
        int height,
        float focalLengthPixels)
    {
        _edges.Find(ids, depth, width, height, focalLengthPixels);
        var image = new Image(MemoryMarshal.Cast<byte, uint>(source), sourcePitch / 4, MemoryMarshal.Cast<byte, uint>(picture), width);
        SmoothRows(image);
        SmoothColumns(image);
    }

    /// <summary>Runs of edges below one another's pixels: the line rises or falls at the run's ends.</summary>
    private void SmoothRows(in Image image)
    {
        var top = _edges.Top;
        var left = _edges.Left;
        var words = _edges.WordsPerRow;
        for (var y = 1; y < _edges.Height; y++)
        {
            var row = top.Slice(y * words, words);
            for (var x = Next(row, 0); x < _edges.Width; x = Next(row, x))
            {
                var end = NextClear(row, x, _edges.Width);
                var start = Turn(left, words, x, y - 1, x, y, 0, _edges.Width);
                var stop = Turn(left, words, end, y - 1, end, y, 0, _edges.Width);
                if ((start != 0 || stop != 0) && !IsStepOfSteepLine(left, words, x, y, end, start, stop))
                {
                    for (var i = x; i < end; i++)
                    {
                        var (above, below) = Shares(i - x, end - x, start, stop);
                        if (above > 0) image.Blend(i, y - 1, i, y, above);
                        if (below > 0) image.Blend(i, y, i, y - 1, below);
                    }
                }

                x = end;
            }
        }
    }

    private void SmoothColumns(in Image image)
    {
        var top = _edges.Top;
        var left = _edges.Left;
        var words = _edges.WordsPerRow;
        for (var y = 0; y < _edges.Height; y++)
        {
            for (var w = 0; w < words; w++)
            {
                var starts = left[y * words + w] & ~(y > 0 ? left[(y - 1) * words + w] : 0);
                for (; starts != 0; starts &= starts - 1)
                {
                    var x = 64 * w + BitOperations.TrailingZeroCount(starts);
                    var end = y + 1;
                    while (end < _edges.Height && IsSet(left, words, x, end)) end++;
                    var start = Turn(top, words, x - 1, y, x, y, 1, _edges.Height);
                    var stop = Turn(top, words, x - 1, end, x, end, 1, _edges.Height);
                    // A single step of a staircase: the rows have smoothed it.
                    if ((start == 0 && stop == 0) || (end - y == 1 && start == -stop)) continue;
                    for (var i = y; i < end; i++)
                    {
                        var (before, after) = Shares(i - y, end - y, start, stop);
                        if (before > 0) image.Blend(x - 1, i, x, i, before);
                        if (after > 0) image.Blend(x, i, x - 1, i, after);
                    }
                }
            }
        }
    }

    /// <summary>Whether a run is one pixel of a staircase whose columns are longer; they smooth it, and once is enough.</summary>
    private bool IsStepOfSteepLine(ReadOnlySpan<ulong> left, int words, int x, int y, int end, int start, int stop)
    {
        if (end - x != 1 || start != -stop) return false;
        var (up, down) = start > 0 ? (x, end) : (end, x);
        return (y > 1 && IsSet(left, words, up, y - 2)) || (y + 1 < _edges.Height && IsSet(left, words, down, y + 1));
    }

    /// <summary>To which side the contour turns at an end of a run: 1 the first pixel's side, −1 the second's, 0 to neither or both.</summary>
    private static int Turn(ReadOnlySpan<ulong> across, int words, int x1, int y1, int x2, int y2, int axis, int size)
    {
        var at = axis == 0 ? x1 : y1;
        if (at <= 0 || at >= size) return 0;
        return (IsSet(across, words, x1, y1) ? 1 : 0) - (IsSet(across, words, x2, y2) ? 1 : 0);
    }

    /// <summary>
    /// The area between the line and the pixels' border at place <paramref name="i"/> of a run: on the first side and on the second.
    /// The line starts half a pixel to the side of the turn, meets the border in the middle of the run, and ends likewise.
    /// </summary>
    private static (float First, float Second) Shares(int i, int length, int start, int stop)
    {
        var half = 0.5f * length;
        var a = start == 0 ? 0 : Triangle(MathF.Max(half - i, 0), MathF.Max(half - i - 1, 0), half);
        var b = stop == 0 ? 0 : Triangle(MathF.Max(i + 1 - half, 0), MathF.Max(i - half, 0), half);
        return ((start > 0 ? a : 0) + (stop > 0 ? b : 0), (start < 0 ? a : 0) + (stop < 0 ? b : 0));
    }

    /// <summary>Area under a line that falls from 1/2 to 0 over a length, between two distances from its foot.</summary>
    private static float Triangle(float far, float near, float length) => 0.25f * (far * far - near * near) / length;

    private static bool IsSet(ReadOnlySpan<ulong> bits, int words, int x, int y) => (bits[y * words + (x >> 6)] >> (x & 63) & 1) != 0;

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

    private static int NextClear(ReadOnlySpan<ulong> row, int from, int width)
    {
        var x = from + 1;
        while (x < width && (row[x >> 6] >> (x & 63) & 1) != 0) x++;
        return x;
    }

    /// <summary>The picture as drawn, and the one that is being smoothed.</summary>
    private readonly ref struct Image(ReadOnlySpan<uint> source, int sourcePitch, Span<uint> picture, int width)
    {
        private readonly ReadOnlySpan<uint> _source = source;
        private readonly Span<uint> _picture = picture;

        /// <summary>Lets a pixel take a share of its neighbour instead of as much of itself.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Blend(int x, int y, int fromX, int fromY, float share)
        {
            var own = _source[y * sourcePitch + x];
            var other = _source[fromY * sourcePitch + fromX];
            if (own == other) return;
            ref var pixel = ref _picture[y * width + x];
            pixel = Mixed(pixel, own, other, share, 0) | Mixed(pixel, own, other, share, 8) | Mixed(pixel, own, other, share, 16) | (pixel & 0xff000000);
        }

        private static uint Mixed(uint pixel, uint own, uint other, float share, int shift) =>
            (uint)SrgbTables.Encode(
                SrgbTables.Decode(pixel >> shift & 0xff)
                + share * (SrgbTables.Decode(other >> shift & 0xff) - SrgbTables.Decode(own >> shift & 0xff))) << shift;
    }
}
