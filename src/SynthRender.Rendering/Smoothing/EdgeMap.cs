using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthRender.Rendering.Smoothing;

/// <summary>Where instances meet in a picture, one bit for each side between two pixels. Found in ids: never in colours, so textures keep their detail.</summary>
internal sealed class EdgeMap
{
    private ulong[] _bits = [];

    internal int Width { get; private set; }
    internal int Height { get; private set; }

    /// <summary>Words of 64 pixels in a row of bits.</summary>
    internal int WordsPerRow { get; private set; }

    /// <summary>Bit x of row y: there is an edge between (x, y−1) and (x, y).</summary>
    internal ReadOnlySpan<ulong> Top => _bits.AsSpan(0, WordsPerRow * Height);

    /// <summary>Bit x of row y: there is an edge between (x−1, y) and (x, y).</summary>
    internal ReadOnlySpan<ulong> Left => _bits.AsSpan(WordsPerRow * Height, WordsPerRow * Height);

    internal void Find(ReadOnlySpan<uint> ids, int width, int height)
    {
        (Width, Height, WordsPerRow) = (width, height, (width + 63) / 64);
        if (_bits.Length < 2 * WordsPerRow * height) _bits = new ulong[2 * WordsPerRow * height];
        _bits.AsSpan(0, 2 * WordsPerRow * height).Clear();
        var top = MemoryMarshal.AsBytes(_bits.AsSpan(0, WordsPerRow * height));
        var left = MemoryMarshal.AsBytes(_bits.AsSpan(WordsPerRow * height, WordsPerRow * height));
        for (var y = 0; y < height; y++)
        {
            if (y > 0) Row(ids, y * width, width, 0, width, top.Slice(8 * WordsPerRow * y, 8 * WordsPerRow));
            Row(ids, y * width, 1, 1, width, left.Slice(8 * WordsPerRow * y, 8 * WordsPerRow));
        }
    }

    /// <summary>Edges between the pixels of a row and those one step before them: one row up, or one pixel to the left.</summary>
    private static void Row(ReadOnlySpan<uint> ids, int start, int step, int first, int width, Span<byte> bits)
    {
        var x = first;
        for (; x < Math.Min((first + 7) & ~7, width); x++) Set(bits, x, ids[start + x] != ids[start + x - step]);
        for (; x <= width - 8; x += 8)
        {
            var i = start + x;
            var differs = ~Vector256.Equals(Vector256.LoadUnsafe(in ids[i]), Vector256.LoadUnsafe(in ids[i - step]));
            bits[x >> 3] = (byte)differs.ExtractMostSignificantBits();
        }

        for (; x < width; x++) Set(bits, x, ids[start + x] != ids[start + x - step]);
    }

    private static void Set(Span<byte> bits, int x, bool value)
    {
        if (value) bits[x >> 3] |= (byte)(1 << (x & 7));
    }
}
