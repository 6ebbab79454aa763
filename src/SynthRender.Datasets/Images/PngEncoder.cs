using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace SynthRender.Datasets.Images;

/// <summary>Writes PNG files: 8-bit RGB, 8- and 16-bit grey, never with alpha (PNG specification, third edition).</summary>
public static class PngEncoder
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Encodes colour; alpha is dropped.</summary>
    /// <param name="rgba">Row-major, 4·width·height bytes.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="level">How hard to compress.</param>
    public static EncodedImage EncodeColor(ReadOnlySpan<byte> rgba, int width, int height, PngLevel? level = null)
    {
        CheckSize(rgba.Length, 4, width, height);
        var stride = 3 * width;
        var rgb = ArrayPool<byte>.Shared.Rent(stride * height);
        DropAlpha(rgba, rgb);
        var image = Encode(rgb.AsSpan(0, stride * height), width, height, PngColor.Rgb, 8, stride, level ?? PngLevel.Color);
        ArrayPool<byte>.Shared.Return(rgb);
        return image;
    }

    /// <summary>Encodes 8-bit grey values, such as class ids.</summary>
    public static EncodedImage EncodeGray8(ReadOnlySpan<byte> gray, int width, int height)
    {
        CheckSize(gray.Length, 1, width, height);
        return Encode(gray, width, height, PngColor.Gray, 8, width, PngLevel.Labels);
    }

    /// <summary>Encodes 8-bit RGB values, such as wide ids (R + 256·G + 65536·B).</summary>
    public static EncodedImage EncodeRgb8(ReadOnlySpan<byte> rgb, int width, int height)
    {
        CheckSize(rgb.Length, 3, width, height);
        return Encode(rgb, width, height, PngColor.Rgb, 8, 3 * width, PngLevel.Labels);
    }

    /// <summary>Encodes 16-bit grey values, such as ids or millimetres.</summary>
    public static EncodedImage EncodeGray16(ReadOnlySpan<ushort> gray, int width, int height, PngLevel? level = null)
    {
        CheckSize(gray.Length, 1, width, height);
        var bytes = ArrayPool<byte>.Shared.Rent(2 * gray.Length);
        for (var i = 0; i < gray.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), gray[i]);
        var image = Encode(bytes.AsSpan(0, 2 * gray.Length), width, height, PngColor.Gray, 16, 2 * width, level ?? PngLevel.Labels);
        ArrayPool<byte>.Shared.Return(bytes);
        return image;
    }

    private static EncodedImage Encode(
        ReadOnlySpan<byte> samples, int width, int height, PngColor color, int bits, int stride, PngLevel level)
    {
        var image = new RentedStream(Math.Max(4096, samples.Length / 2));
        image.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = (byte)bits;
        header[9] = (byte)color;
        header[10..].Clear();
        WriteChunk(image, "IHDR"u8, header);

        var start = BeginChunk(image, "IDAT"u8);
        using (var zlib = new ZLibStream(image, level.ToOptions(), leaveOpen: true)) WriteRows(zlib, samples, stride, level, color, bits);
        EndChunk(image, start);
        WriteChunk(image, "IEND"u8, []);
        return new EncodedImage(image);
    }

    /// <summary>Each row as its difference to the one above, a byte in front says so. The rows go to zlib in slabs of about 64 KB.</summary>
    private static void WriteRows(ZLibStream zlib, ReadOnlySpan<byte> samples, int stride, PngLevel level, PngColor color, int bits)
    {
        var rows = samples.Length / stride;
        var slabRows = Math.Clamp((1 << 16) / (stride + 1), 1, rows);
        var slab = ArrayPool<byte>.Shared.Rent(slabRows * (stride + 1));
        var filled = 0;
        for (var y = 0; y < rows; y++)
        {
            var row = samples.Slice(y * stride, stride);
            var target = slab.AsSpan(filled, stride + 1);
            PngFilters.Apply(level.Filter, row, y == 0 ? [] : samples.Slice((y - 1) * stride, stride), target, (color == PngColor.Rgb ? 3 : 1) * bits / 8);
            filled += stride + 1;
            if (filled < slabRows * (stride + 1)) continue;
            zlib.Write(slab.AsSpan(0, filled));
            filled = 0;
        }

        zlib.Write(slab.AsSpan(0, filled));
        ArrayPool<byte>.Shared.Return(slab);
    }

    private static void DropAlpha(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        var to = 0;
        for (var from = 0; from < rgba.Length; from += 4, to += 3)
        {
            rgb[to] = rgba[from];
            rgb[to + 1] = rgba[from + 1];
            rgb[to + 2] = rgba[from + 2];
        }
    }

    private static void WriteChunk(RentedStream image, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var start = BeginChunk(image, type);
        image.Write(data);
        EndChunk(image, start);
    }

    private static int BeginChunk(RentedStream image, ReadOnlySpan<byte> type)
    {
        var start = (int)image.Length;
        image.Write([0, 0, 0, 0]);
        image.Write(type);
        return start;
    }

    private static void EndChunk(RentedStream image, int start)
    {
        var chunk = image.Written(start);
        BinaryPrimitives.WriteInt32BigEndian(chunk, chunk.Length - 8);
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Of(chunk[4..]));
        image.Write(checksum);
    }

    private static void CheckSize(int length, int perPixel, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (length != (long)perPixel * width * height)
            throw new ArgumentException($"An image of {width}×{height} has {(long)perPixel * width * height} samples here, got {length}.", nameof(length));
    }
}
