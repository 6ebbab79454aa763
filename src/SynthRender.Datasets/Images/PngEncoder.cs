using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using SynthRender.Datasets.Images.Deflate;

namespace SynthRender.Datasets.Images;

/// <summary>Writes PNG files: 8-bit RGB, 8- and 16-bit grey, never with alpha (PNG specification, third edition).</summary>
public static class PngEncoder
{
    private static readonly ConcurrentBag<DeflateEncoder> Encoders = [];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Encodes colour; alpha is dropped.</summary>
    /// <param name="rgba">Row-major, 4·width·height bytes.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="filter">The row filter; Sub suits rendered images best.</param>
    public static EncodedImage EncodeColor(ReadOnlySpan<byte> rgba, int width, int height, PngFilter filter = PngFilter.Sub)
    {
        CheckSize(rgba.Length, 4, width, height);
        var stride = 3 * width;
        var rgb = ArrayPool<byte>.Shared.Rent(stride * height);
        DropAlpha(rgba, rgb);
        var image = Encode(rgb.AsSpan(0, stride * height), width, height, PngColor.Rgb, 8, stride, filter);
        ArrayPool<byte>.Shared.Return(rgb);
        return image;
    }

    /// <summary>Encodes 8-bit grey values, such as class ids.</summary>
    public static EncodedImage EncodeGray8(ReadOnlySpan<byte> gray, int width, int height)
    {
        CheckSize(gray.Length, 1, width, height);
        return Encode(gray, width, height, PngColor.Gray, 8, width, PngFilter.None);
    }

    /// <summary>Encodes 8-bit RGB values, such as wide ids (R + 256·G + 65536·B).</summary>
    public static EncodedImage EncodeRgb8(ReadOnlySpan<byte> rgb, int width, int height)
    {
        CheckSize(rgb.Length, 3, width, height);
        return Encode(rgb, width, height, PngColor.Rgb, 8, 3 * width, PngFilter.None);
    }

    /// <summary>Encodes 16-bit grey values, such as ids or millimetres.</summary>
    public static EncodedImage EncodeGray16(ReadOnlySpan<ushort> gray, int width, int height, PngFilter filter = PngFilter.None)
    {
        CheckSize(gray.Length, 1, width, height);
        var bytes = ArrayPool<byte>.Shared.Rent(2 * gray.Length);
        for (var i = 0; i < gray.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), gray[i]);
        var image = Encode(bytes.AsSpan(0, 2 * gray.Length), width, height, PngColor.Gray, 16, 2 * width, filter);
        ArrayPool<byte>.Shared.Return(bytes);
        return image;
    }

    private static EncodedImage Encode(
        ReadOnlySpan<byte> samples, int width, int height, PngColor color, int bits, int stride, PngFilter filter)
    {
        var image = new RentedStream(DeflateEncoder.MaxLength(samples.Length + height) + 100);
        image.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = (byte)bits;
        header[9] = (byte)color;
        header[10..].Clear();
        WriteChunk(image, "IHDR"u8, header);

        var start = BeginChunk(image, "IDAT"u8);
        WriteRows(image, samples, stride, filter, (color == PngColor.Rgb ? 3 : 1) * bits / 8);
        EndChunk(image, start);
        WriteChunk(image, "IEND"u8, []);
        return new EncodedImage(image);
    }

    /// <summary>Filters each row, with the filter's number in front, and compresses them all.</summary>
    private static void WriteRows(RentedStream image, ReadOnlySpan<byte> samples, int stride, PngFilter filter, int bytesPerPixel)
    {
        var rows = samples.Length / stride;
        var length = rows * (stride + 1);
        var filtered = ArrayPool<byte>.Shared.Rent(length);
        for (var y = 0; y < rows; y++)
        {
            var above = y == 0 ? [] : samples.Slice((y - 1) * stride, stride);
            PngFilters.Apply(filter, samples.Slice(y * stride, stride), above, filtered.AsSpan(y * (stride + 1), stride + 1), bytesPerPixel);
        }

        var encoder = Encoders.TryTake(out var idle) ? idle : new DeflateEncoder();
        image.Advance(encoder.Encode(filtered.AsSpan(0, length), image.Reserve(DeflateEncoder.MaxLength(length))));
        Encoders.Add(encoder);
        ArrayPool<byte>.Shared.Return(filtered);
    }

    private static void DropAlpha(ReadOnlySpan<byte> rgba, Span<byte> rgb)
    {
        // Four pixels a step; the four bytes written too many are overwritten by the next step, and there is room for them.
        var to = 0;
        var from = 0;
        var colors = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);
        for (; from <= rgba.Length - 32; from += 16, to += 12)
            Vector128.Shuffle(Vector128.Create(rgba[from..]), colors).CopyTo(rgb[to..]);
        for (; from < rgba.Length; from += 4, to += 3) rgba.Slice(from, 3).CopyTo(rgb[to..]);
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
            throw new ArgumentException(
                $"An image of {width}×{height} has {(long)perPixel * width * height} samples here, got {length}.", nameof(length));
    }
}
