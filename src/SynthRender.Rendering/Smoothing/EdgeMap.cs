using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthRender.Rendering.Smoothing;

/// <summary>
/// Where surfaces meet in a picture, one bit for each side between two pixels. Found in the exact ids and depths: never in
/// colours, so textures keep their detail. Two pixels belong together when they have the same id and lie on one plane with the
/// pixel before or the pixel after (1/depth is linear over a plane's image), which tells silhouettes and creases from slopes.
/// </summary>
internal sealed class EdgeMap
{
    /// <summary>A turn of the surface by this slope from one pixel to the next is a crease.</summary>
    private const float CreaseSlope = 0.35f;

    private float[] _inverse = [];
    private ulong[] _bits = [];

    internal int Width { get; private set; }
    internal int Height { get; private set; }

    /// <summary>Words of 64 pixels in a row of bits.</summary>
    internal int WordsPerRow { get; private set; }

    /// <summary>Bit x of row y: there is an edge between (x, y−1) and (x, y).</summary>
    internal ReadOnlySpan<ulong> Top => _bits.AsSpan(0, WordsPerRow * Height);

    /// <summary>Bit x of row y: there is an edge between (x−1, y) and (x, y).</summary>
    internal ReadOnlySpan<ulong> Left => _bits.AsSpan(WordsPerRow * Height, WordsPerRow * Height);

    internal void Find(ReadOnlySpan<uint> ids, ReadOnlySpan<float> depth, int width, int height, float focalLengthPixels)
    {
        (Width, Height, WordsPerRow) = (width, height, (width + 63) / 64);
        var pixels = width * height;
        // Room for whole vectors beyond the last pixel.
        if (_inverse.Length < pixels + 16) _inverse = new float[pixels + 16];
        if (_bits.Length < 2 * WordsPerRow * height) _bits = new ulong[2 * WordsPerRow * height];
        _bits.AsSpan(0, 2 * WordsPerRow * height).Clear();
        Invert(depth[..pixels], _inverse);
        var top = MemoryMarshal.AsBytes(_bits.AsSpan(0, WordsPerRow * height));
        var left = MemoryMarshal.AsBytes(_bits.AsSpan(WordsPerRow * height, WordsPerRow * height));
        var limit = CreaseSlope / focalLengthPixels;
        for (var y = 0; y < height; y++)
        {
            if (y > 0) Row(ids, y * width, width, height, y, width, limit, top.Slice(8 * WordsPerRow * y, 8 * WordsPerRow), 0);
            Row(ids, y * width, 1, width, -1, width, limit, left.Slice(8 * WordsPerRow * y, 8 * WordsPerRow), 1);
        }
    }

    private static void Invert(ReadOnlySpan<float> depth, Span<float> inverse)
    {
        var i = 0;
        for (; i <= depth.Length - 8; i += 8)
            (Vector256<float>.One / Vector256.LoadUnsafe(in depth[i])).StoreUnsafe(ref inverse[i]);
        for (; i < depth.Length; i++) inverse[i] = 1 / depth[i];
    }

    /// <summary>
    /// Edges between the pixels of a row and those one step before them: one row up, or one pixel to the left. Pixels near the
    /// image's border, which have no second neighbour on one side, are judged by the other side alone.
    /// </summary>
    private void Row(ReadOnlySpan<uint> ids, int start, int step, int count, int place, int width, float limit, Span<byte> bits, int first)
    {
        var x = first;
        if (place < 0)
        {
            for (; x < Math.Min(8, width); x++) Set(bits, x, IsEdge(ids, start + x, step, x, count, limit));
        }

        for (; x <= width - 8 - (place < 0 ? 1 : 0) && (x & 7) == 0; x += 8)
        {
            var i = start + x;
            var differs = ~Vector256.Equals(Vector256.LoadUnsafe(in ids[i]), Vector256.LoadUnsafe(in ids[i - step]));
            var here = Vector256.LoadUnsafe(ref _inverse[i]);
            var before = Vector256.LoadUnsafe(ref _inverse[i - step]);
            var infinite = Vector256.Create(float.PositiveInfinity);
            var ahead = place < 0 || place + 1 < count ? Bend(before, here, Vector256.LoadUnsafe(ref _inverse[i + step])) : infinite;
            var behind = place < 0 || place > 1 ? Bend(here, before, Vector256.LoadUnsafe(ref _inverse[i - 2 * step])) : infinite;
            var bent = Vector256.GreaterThan(Vector256.Min(ahead, behind), Vector256.Max(here, before) * limit);
            bits[x >> 3] = (byte)(differs.AsSingle() | bent).ExtractMostSignificantBits();
        }

        for (; x < width; x++) Set(bits, x, IsEdge(ids, start + x, step, place < 0 ? x : place, count, limit));
    }

    private static Vector256<float> Bend(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.Abs(a - b - b + c);

    private bool IsEdge(ReadOnlySpan<uint> ids, int i, int step, int place, int count, float limit)
    {
        if (place == 0) return false;
        if (ids[i] != ids[i - step]) return true;
        var (here, before) = (_inverse[i], _inverse[i - step]);
        var ahead = place + 1 < count ? MathF.Abs(before - 2 * here + _inverse[i + step]) : float.PositiveInfinity;
        var behind = place > 1 ? MathF.Abs(here - 2 * before + _inverse[i - 2 * step]) : float.PositiveInfinity;
        return MathF.Min(ahead, behind) > MathF.Max(here, before) * limit;
    }

    private static void Set(Span<byte> bits, int x, bool value)
    {
        if (value) bits[x >> 3] |= (byte)(1 << (x & 7));
    }
}
