using System.IO.Compression;
using FsCheck.Xunit;
using SynthRender.Datasets.Images.Deflate;

namespace SynthRender.Tests.Datasets.Images.Deflate;

/// <summary>.NET's zlib inflates what the encoder makes, checksum included.</summary>
public sealed class DeflateEncoderTests
{
    [Property(MaxTest = 200)]
    public void Bytes_of_any_kind_come_back(byte[] seed, ushort length, byte kind)
    {
        if (seed.Length == 0) seed = [0];
        var data = new byte[length % 5000 + 1];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (kind % 4) switch
            {
                0 => seed[i % seed.Length],
                1 => (byte)(seed[i / 37 % seed.Length] & 3),
                2 => (byte)(i * i * (seed[0] + 1) >> 5),
                _ => (byte)(seed[i % seed.Length] * (i >> 6)),
            };
        }

        Assert.Equal(data, RoundTrip(data));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(300_000)]
    public void Zeros_of_any_length_come_back(int length) => Assert.Equal(new byte[length], RoundTrip(new byte[length]));

    [Fact]
    public void Distances_up_to_the_window_and_beyond_come_back()
    {
        // The same 300 bytes at growing distances, between bytes that do not repeat.
        var data = new byte[200_000];
        for (var i = 0; i < data.Length; i++) data[i] = (byte)((uint)(i * 2654435761L) >> 13);
        for (int at = 0, gap = 400; at + 300 <= data.Length; at += gap, gap += gap / 3)
            for (var i = 0; i < 300; i++) data[at + i] = (byte)(i * 7);
        Assert.Equal(data, RoundTrip(data));
    }

    [Fact]
    public void Very_uneven_frequencies_stay_within_15_bits()
    {
        // Fibonacci frequencies make the deepest Huffman trees: 24 symbols would take codes of 23 bits.
        var frequencies = new int[286];
        for (int i = 0, a = 1, b = 1; i < 24; i++, (a, b) = (b, a + b)) frequencies[i * 5] = a;
        foreach (var longest in new[] { 7, 15 })
        {
            var code = new HuffmanCode(286, longest);
            code.Build(frequencies);
            Assert.Equal(longest, code.Lengths.ToArray().Max());
            Assert.Equal(frequencies.Select(f => f > 0), code.Lengths.ToArray().Select(l => l > 0));

            // Kraft: a code that leaves no room is complete.
            Assert.Equal(1 << longest, code.Lengths.ToArray().Where(l => l > 0).Sum(l => 1 << (longest - l)));
        }
    }

    [Property(MaxTest = 200)]
    public void Codes_are_complete_and_prefix_free(int[] seed, bool shorter)
    {
        var frequencies = new int[19];
        for (var i = 0; i < 19 && seed.Length > 0; i++) frequencies[i] = Math.Abs(seed[i % seed.Length] % 1000) * (i % 4 == 3 ? 0 : 1) << (i % 9);
        var longest = shorter ? 7 : 15;
        var code = new HuffmanCode(19, longest);
        code.Build(frequencies);
        var used = Enumerable.Range(0, 19).Where(i => code.Lengths[i] > 0).ToList();
        Assert.Equal(1 << longest, used.Sum(i => 1 << (longest - code.Lengths[i])));
        foreach (var a in used)
            foreach (var b in used.Where(b => b != a && code.Lengths[b] >= code.Lengths[a]))
                Assert.NotEqual(code.Bits[a], code.Bits[b] & ((1 << code.Lengths[a]) - 1));
    }

    [Fact]
    public void Lengths_and_distances_have_the_symbols_of_the_specification()
    {
        // RFC 1951, section 3.2.5: spot values on both sides of each kind of border.
        Assert.Equal([257, 264, 265, 265, 266, 284, 285], new[] { 3, 10, 11, 12, 13, 257, 258 }.Select(DeflateSymbols.OfLength));
        Assert.Equal((1, 1u), DeflateSymbols.LengthExtra(12));
        Assert.Equal((5, 30u), DeflateSymbols.LengthExtra(257));
        Assert.Equal([0, 3, 4, 4, 5, 28, 29, 29], new[] { 1, 4, 5, 6, 7, 24576, 24577, 32768 }.Select(DeflateSymbols.OfDistance));
        Assert.Equal((13, 8191u), DeflateSymbols.DistanceExtra(32768));
    }

    [Theory]
    [InlineData("", 1u)]
    [InlineData("Wikipedia", 0x11E60398u)]
    public void Checksums(string text, uint expected) => Assert.Equal(expected, Adler32.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    private static byte[] RoundTrip(byte[] data)
    {
        var stream = new byte[DeflateEncoder.MaxLength(data.Length)];
        var encoder = new DeflateEncoder();
        var length = encoder.Encode(data, stream);

        // An encoder is used again and again: what it remembers of one stream must not reach the next.
        Assert.Equal(length, encoder.Encode(data, stream));
        using var zlib = new ZLibStream(new MemoryStream(stream, 0, length), CompressionMode.Decompress);
        using var result = new MemoryStream();
        zlib.CopyTo(result);
        return result.ToArray();
    }
}
