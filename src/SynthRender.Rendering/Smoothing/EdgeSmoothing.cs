using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynthRender.Rendering.Coverage;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Anti-aliasing after the fact, in linear light; ids and depth stay. Along the outlines and sharp folds of meshes a pixel takes from
/// its neighbour the share of its area that lies beyond them (<see cref="OutlineShares"/>). Where ids meet without an outline, at
/// cut-outs and where models pass through each other, a staircase of pixels is read as the straight line that it came from
/// (Reshetov, Morphological Antialiasing, HPG 2009). It runs on the CPU after read-back: only edge pixels cost anything there, while a
/// shader on the CPU driver would run for every pixel, and 4× multisampling doubles the frame.
/// </summary>
internal sealed class EdgeSmoothing
{
    private readonly OutlineShares _outlines = new();
    private readonly EdgeMap _edges = new();

    /// <summary>Smooths <paramref name="picture"/>, a copy of <paramref name="source"/>; both RGBA, 8 bits, sRGB.</summary>
    /// <param name="source">The picture as drawn.</param>
    /// <param name="sourcePitch">Bytes from a row of the source to the next.</param>
    /// <param name="picture">Rows without padding.</param>
    /// <param name="ids">The instance ids.</param>
    /// <param name="depth">Planar depth, metres.</param>
    /// <param name="geometry">The frame's meshes in the image.</param>
    /// <param name="pinhole">The camera.</param>
    internal void Smooth(
        ReadOnlySpan<byte> source,
        int sourcePitch,
        Span<byte> picture,
        ReadOnlySpan<uint> ids,
        ReadOnlySpan<float> depth,
        ScreenGeometry geometry,
        in Pinhole pinhole)
    {
        var (width, height) = (pinhole.Width, pinhole.Height);
        _outlines.Find(geometry, pinhole, ids[..(width * height)], depth);
        var image = new Image(MemoryMarshal.Cast<byte, uint>(source), sourcePitch / 4, MemoryMarshal.Cast<byte, uint>(picture), width, _outlines);
        SmoothOutlines(image);
        _edges.Find(ids, width, height);
        SmoothRows(image);
        SmoothColumns(image);
    }

    private void SmoothOutlines(in Image image)
    {
        foreach (var pixel in _outlines.Pixels) image.Mix(pixel, _outlines.Of(pixel));
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
    private readonly ref struct Image(ReadOnlySpan<uint> source, int sourcePitch, Span<uint> picture, int width, OutlineShares outlines)
    {
        private readonly ReadOnlySpan<uint> _source = source;
        private readonly Span<uint> _picture = picture;

        /// <summary>Lets a pixel take shares of its four neighbours.</summary>
        internal void Mix(int pixel, Vector4 shares)
        {
            var (y, x) = Math.DivRem(pixel, width);
            // An outline near the diagonal is followed along both axes in turn; one of them tells.
            var (across, down) = (shares.X + shares.Y, shares.Z + shares.W);
            if (across >= down) (shares.Z, shares.W) = (0, 0);
            else (shares.X, shares.Y) = (0, 0);
            var sum = MathF.Max(across, down);
            if (sum > 1) shares /= sum;
            var own = _source[y * sourcePitch + x];
            var light = Light(own) * (1 - MathF.Min(sum, 1));
            if (shares.X > 0) light += shares.X * Light(_source[y * sourcePitch + x - 1]);
            if (shares.Y > 0) light += shares.Y * Light(_source[y * sourcePitch + x + 1]);
            if (shares.Z > 0) light += shares.Z * Light(_source[(y - 1) * sourcePitch + x]);
            if (shares.W > 0) light += shares.W * Light(_source[(y + 1) * sourcePitch + x]);
            _picture[pixel] = SrgbTables.Encode(light.X) | (uint)SrgbTables.Encode(light.Y) << 8 | (uint)SrgbTables.Encode(light.Z) << 16 | (own & 0xff000000);
        }

        /// <summary>Lets a pixel take a share of its neighbour instead of as much of itself, unless an outline has told about them.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal void Blend(int x, int y, int fromX, int fromY, float share)
        {
            var own = _source[y * sourcePitch + x];
            var other = _source[fromY * sourcePitch + fromX];
            if (own == other || outlines.Of(y * width + x) != default || outlines.Of(fromY * width + fromX) != default) return;
            ref var pixel = ref _picture[y * width + x];
            pixel = Mixed(pixel, own, other, share, 0) | Mixed(pixel, own, other, share, 8) | Mixed(pixel, own, other, share, 16) | (pixel & 0xff000000);
        }

        private static Vector3 Light(uint rgba) =>
            new(SrgbTables.Decode(rgba & 0xff), SrgbTables.Decode(rgba >> 8 & 0xff), SrgbTables.Decode(rgba >> 16 & 0xff));

        private static uint Mixed(uint pixel, uint own, uint other, float share, int shift) =>
            (uint)SrgbTables.Encode(
                SrgbTables.Decode(pixel >> shift & 0xff)
                + share * (SrgbTables.Decode(other >> shift & 0xff) - SrgbTables.Decode(own >> shift & 0xff))) << shift;
    }
}
