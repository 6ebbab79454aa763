using System.Runtime.Intrinsics;

namespace SynthRender.Datasets.Images.Deflate;

/// <summary>zlib's checksum (RFC 1950, section 8.2): the sum of the bytes, and the sum of those sums, modulo 65521.</summary>
internal static class Adler32
{
    private const uint Modulus = 65521;
    private const int Lanes = 16;

    // Longest stretch whose sums of sums stay below 2³² (zlib's NMAX), in whole steps.
    private const int Stretch = 5552;

    internal static uint Of(ReadOnlySpan<byte> data)
    {
        var (sum, sums) = (1u, 0u);
        while (data.Length >= Lanes)
        {
            var steps = Math.Min(data.Length, Stretch) / Lanes;
            (sum, sums) = AddSteps(data[..(steps * Lanes)], sum, sums);
            data = data[(steps * Lanes)..];
        }

        foreach (var value in data)
        {
            sum = (sum + value) % Modulus;
            sums = (sums + sum) % Modulus;
        }

        return sums << 16 | sum;
    }

    /// <summary>
    /// Each lane adds up its own bytes (a) and those sums after every step (b). The byte of lane j in step i of n counts
    /// 16·(n − i) − j times in the sum of sums, which is 16·b − j·a over all steps.
    /// </summary>
    private static (uint Sum, uint Sums) AddSteps(ReadOnlySpan<byte> data, uint sum, uint sums)
    {
        var (lowA, highA) = (Vector256<uint>.Zero, Vector256<uint>.Zero);
        var (lowB, highB) = (Vector256<uint>.Zero, Vector256<uint>.Zero);
        for (var i = 0; i < data.Length; i += Lanes)
        {
            var wide = Vector256.WidenLower(Vector128.Create(data[i..]).ToVector256());
            var (low, high) = Vector256.Widen(wide);
            lowA += low;
            highA += high;
            lowB += lowA;
            highB += highA;
        }

        ulong total = sums + (ulong)data.Length * sum;
        var bytes = Vector256.Sum(lowA) + Vector256.Sum(highA);
        total += Lanes * ((ulong)Vector256.Sum(lowB) + Vector256.Sum(highB));
        total -= Vector256.Sum(lowA * Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7)) + Vector256.Sum(highA * Vector256.Create(8u, 9, 10, 11, 12, 13, 14, 15));
        return ((sum + bytes) % Modulus, (uint)(total % Modulus));
    }
}
