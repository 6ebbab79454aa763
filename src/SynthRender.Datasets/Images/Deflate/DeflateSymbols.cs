using System.Numerics;

namespace SynthRender.Datasets.Images.Deflate;

/// <summary>How match lengths and distances become symbols and extra bits (RFC 1951, section 3.2.5).</summary>
internal static class DeflateSymbols
{
    internal const int EndOfBlock = 256;
    internal const int Literals = 286;
    internal const int Distances = 30;
    internal const int LongestMatch = 258;
    internal const int FarthestMatch = 32768;

    private static readonly byte[] SymbolOfLength = MakeLengths();

    /// <summary>Symbol of a length of 3 to 258.</summary>
    internal static int OfLength(int length) => 257 + SymbolOfLength[length];

    /// <summary>Extra bits of a length: how many, and which.</summary>
    internal static (int Count, uint Bits) LengthExtra(int length)
    {
        if (length is < 11 or LongestMatch) return (0, 0);
        var count = BitOperations.Log2((uint)(length - 3)) - 2;
        return (count, (uint)(length - 3) & ((1u << count) - 1));
    }

    /// <summary>Symbol of a distance of 1 to 32768: two for each power of two.</summary>
    internal static int OfDistance(int distance)
    {
        if (distance < 3) return distance - 1;
        var log = BitOperations.Log2((uint)(distance - 1));
        return 2 * log + (((distance - 1) >> (log - 1)) & 1);
    }

    /// <summary>Extra bits of a distance: how many, and which.</summary>
    internal static (int Count, uint Bits) DistanceExtra(int distance)
    {
        if (distance < 5) return (0, 0);
        var count = BitOperations.Log2((uint)(distance - 1)) - 1;
        return (count, (uint)(distance - 1) & ((1u << count) - 1));
    }

    private static byte[] MakeLengths()
    {
        var symbols = new byte[LongestMatch + 1];
        for (var length = 3; length < LongestMatch; length++)
        {
            var offset = length - 3;
            var log = offset < 4 ? 0 : BitOperations.Log2((uint)offset);
            symbols[length] = (byte)(offset < 8 ? offset : 4 * (log - 1) + ((offset >> (log - 2)) & 3));
        }

        symbols[LongestMatch] = 28;
        return symbols;
    }
}
