using System.Buffers.Binary;
using System.IO.Compression;

namespace SynthRender.Datasets.Images;

/// <summary>Reads label images back: grey of 8 or 16 bits and RGB of 8 bits, not interlaced. (SkiaSharp reads 16-bit grey as 8-bit.)</summary>
public static class PngReader
{
    private const long MostPixels = 1L << 28;

    /// <summary>Decodes a file.</summary>
    /// <exception cref="InvalidDataException">It is no PNG file, is damaged, or is of another kind.</exception>
    public static PngImage Decode(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]))
            throw new InvalidDataException("The file does not begin like a PNG file.");
        ReadOnlySpan<byte> header = [];
        using var compressed = new MemoryStream();
        for (var rest = file[8..]; ;)
        {
            if (rest.Length < 12) throw new InvalidDataException("The PNG file breaks off before its end chunk.");
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - 12) throw new InvalidDataException("The PNG file breaks off inside a chunk.");
            if (Crc32.Of(rest.Slice(4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(length + 8)..]))
                throw new InvalidDataException("A chunk of the PNG file has a wrong checksum.");
            var type = rest.Slice(4, 4);
            if (type.SequenceEqual("IHDR"u8)) header = rest.Slice(8, length);
            if (type.SequenceEqual("IDAT"u8)) compressed.Write(rest.Slice(8, length));
            if (type.SequenceEqual("IEND"u8)) break;
            rest = rest[(length + 12)..];
        }

        if (header.Length != 13) throw new InvalidDataException("The PNG file has no header.");
        compressed.Position = 0;
        return Decode(header, compressed);
    }

    private static PngImage Decode(ReadOnlySpan<byte> header, Stream compressed)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, color) = (header[8], (PngColor)header[9]);
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
            throw new InvalidDataException($"The PNG file claims {width}×{height} pixels.");
        if ((color, bits) is not ((PngColor.Gray, 8 or 16) or (PngColor.Rgb, 8)) || header[12] != 0)
            throw new InvalidDataException(
                $"PNG colour type {header[9]} with {bits} bits (interlace {header[12]}) is not a label image; "
                + "grey of 8 or 16 bits or RGB of 8 is expected.");

        var perPixel = (color == PngColor.Rgb ? 3 : 1) * bits / 8;
        var stride = width * perPixel;
        var (row, above) = (new byte[stride], new byte[stride]);
        var samples = new ushort[width * height * (color == PngColor.Rgb ? 3 : 1)];
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        for (var (y, to) = (0, 0); y < height; y++)
        {
            var filter = zlib.ReadByte();
            if (filter < 0 || zlib.ReadAtLeast(row, stride, throwOnEndOfStream: false) < stride)
                throw new InvalidDataException($"The PNG file's pixels break off in row {y}.");
            PngFilters.Undo(filter, row, above, perPixel);
            for (var i = 0; i < stride; i += bits / 8) samples[to++] = bits == 8 ? row[i] : BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(i));
            (row, above) = (above, row);
        }

        return new PngImage(width, height, color, samples);
    }
}
