using System.Runtime.InteropServices;
using SkiaSharp;
using SynthRender.Materials;

namespace SynthRender.Assets.Textures;

/// <summary>
/// An image file whose size is known and whose pixels have not been decoded yet. One that is larger than <see cref="MostSide"/> is
/// decoded row by row into the largest whole fraction of its size that is not: memory is taken for what is kept, whatever the file says.
/// </summary>
internal sealed class EncodedTexture : IDisposable
{
    /// <summary>Longest side that is kept, pixels: more than a picture has, seen from where the whole texture is in view.</summary>
    public const int MostSide = 4096;

    /// <summary>Longest side that is accepted, pixels.</summary>
    public const int MostFileSide = 16384;

    // 256 MiB while they are decoded.
    private const long MostWholePixels = 1L << 26;

    private readonly SKData _data;
    private readonly SKCodec _codec;
    private readonly string _file;
    private readonly string _element;
    private readonly int _step;

    private EncodedTexture(SKData data, SKCodec codec, string file, string element, int mostSide)
    {
        (_data, _codec, _file, _element) = (data, codec, file, element);
        _step = (Math.Max(codec.Info.Width, codec.Info.Height) + mostSide - 1) / mostSide;
        // WebP is scaled by its decoder, which rounds in its own way.
        var size = _step > 1 && codec.EncodedFormat == SKEncodedImageFormat.Webp
            ? codec.GetScaledDimensions(1f / _step)
            : new SKSizeI(Reduced(codec.Info.Width), Reduced(codec.Info.Height));
        (DecodedWidth, DecodedHeight) = (size.Width, size.Height);
    }

    /// <summary>Width after decoding, pixels.</summary>
    public int DecodedWidth { get; }

    /// <summary>Height after decoding, pixels.</summary>
    public int DecodedHeight { get; }

    /// <summary>A sentence that says by how much the image is made smaller; null when it is not.</summary>
    public string? Reduction => _step == 1 ? null
        : $"the image is {_codec.Info.Width}×{_codec.Info.Height} pixels; it is read at {DecodedWidth}×{DecodedHeight}, since at most {MostSide} on a side are used.";

    /// <summary>Reads a file's header.</summary>
    /// <param name="encoded">The file's bytes.</param>
    /// <param name="file">For messages.</param>
    /// <param name="element">For messages, e.g. "images[0]"; may be empty.</param>
    /// <param name="mostSide">Longest side that is kept, pixels.</param>
    /// <exception cref="AssetException">The bytes are not an image, or it is too large.</exception>
    public static EncodedTexture Open(ReadOnlySpan<byte> encoded, string file, string element, int mostSide = MostSide)
    {
        var data = SKData.CreateCopy(encoded);
        SKCodec? codec = null;
        try
        {
            codec = SKCodec.Create(data)
                ?? throw new AssetException(file, element,
                    $"found {Start(encoded)}, which is no image that can be decoded; expected PNG, JPEG or WebP.");
            var (width, height) = (codec.Info.Width, codec.Info.Height);
            if (width < 1 || height < 1 || width > MostFileSide || height > MostFileSide)
                throw new AssetException(file, element, $"the image is {width}×{height} pixels; 1×1 to {MostFileSide}×{MostFileSide} are accepted.");
            return new EncodedTexture(data, codec, file, element, mostSide);
        }
        catch (AssetException)
        {
            codec?.Dispose();
            data.Dispose();
            throw;
        }
    }

    /// <summary>Decodes the pixels.</summary>
    /// <param name="name">The texture's name.</param>
    /// <exception cref="AssetException">The image is cut off, or takes too much memory to be made smaller.</exception>
    public TextureImage Decode(string name)
    {
        var pixels = new byte[4L * DecodedWidth * DecodedHeight];
        var result = _step == 1 ? DecodeWhole(_codec.Info.Size, pixels) : DecodeReduced(pixels);
        return result == SKCodecResult.Success ? new TextureImage(name, DecodedWidth, DecodedHeight, pixels) : throw new AssetException(_file, _element,
            $"the {_codec.EncodedFormat} image of {_codec.Info.Width}×{_codec.Info.Height} pixels cannot be decoded ({result}). Is the file cut off?");
    }

    public void Dispose()
    {
        _codec.Dispose();
        _data.Dispose();
    }

    private SKCodecResult DecodeWhole(SKSizeI size, byte[] pixels)
    {
        var handle = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            return _codec.GetPixels(Layout(size), handle.AddrOfPinnedObject());
        }
        finally
        {
            handle.Free();
        }
    }

    private SKCodecResult DecodeReduced(byte[] pixels)
    {
        if (_codec.EncodedFormat == SKEncodedImageFormat.Png && PngRows.Open(_data.ToArray()) is { } png)
            using (png) return DecodeRows(png.Read, pixels);
        if (!IsProgressive(_data.AsSpan()) && _codec.StartScanlineDecode(Layout(_codec.Info.Size)) == SKCodecResult.Success && _codec.ScanlineOrder == SKCodecScanlineOrder.TopDown)
            return DecodeRows(Scanlines(), pixels);
        if (_codec.EncodedFormat == SKEncodedImageFormat.Webp) return DecodeWhole(new SKSizeI(DecodedWidth, DecodedHeight), pixels);
        var (width, height) = (_codec.Info.Width, _codec.Info.Height);
        if ((long)width * height > MostWholePixels)
            throw new AssetException(_file, _element,
                $"the image is {width}×{height} pixels and stored so that it can be decoded only as a whole (interlaced or progressive); such images are read up to {MostWholePixels:N0} pixels. Make it smaller, or save it otherwise.");
        var whole = new byte[4L * width * height];
        var result = DecodeWhole(_codec.Info.Size, whole);
        if (result != SKCodecResult.Success) return result;
        var row = 0;
        return DecodeRows(target =>
        {
            whole.AsSpan(4 * row++ * width, 4 * width).CopyTo(target);
            return true;
        }, pixels);
    }

    private SKCodecResult DecodeRows(ReadRow read, byte[] pixels)
    {
        var (width, height) = (_codec.Info.Width, _codec.Info.Height);
        var rows = new byte[4 * width * _step];
        for (var y = 0; y < DecodedHeight; y++)
        {
            var count = Math.Min(_step, height - y * _step);
            for (var i = 0; i < count; i++)
                if (!read(rows.AsSpan(4 * width * i, 4 * width))) return SKCodecResult.IncompleteInput;
            Average(rows, width, count, pixels.AsSpan(4 * y * DecodedWidth, 4 * DecodedWidth));
        }

        return SKCodecResult.Success;
    }

    private ReadRow Scanlines()
    {
        var row = GC.AllocateUninitializedArray<byte>(4 * _codec.Info.Width, pinned: true);
        var address = Marshal.UnsafeAddrOfPinnedArrayElement(row, 0);
        return target =>
        {
            if (_codec.GetScanlines(address, 1, row.Length) != 1) return false;
            row.CopyTo(target);
            return true;
        };
    }

    // A progressive JPEG holds the coefficients of the whole picture while it is decoded: its frame header is SOF2 (ITU-T T.81, B.1.1.3).
    private static bool IsProgressive(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] != 0xDA; at += 2 + file[at + 2] * 256 + file[at + 3])
            if (file[at + 1] == 0xC2) return true;
        return false;
    }

    private SKImageInfo Layout(SKSizeI size) => new(
        size.Width, size.Height, SKColorType.Rgba8888, _codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);

    // The mean of a square of bytes, as a mipmap has it.
    private void Average(ReadOnlySpan<byte> rows, int width, int count, Span<byte> target)
    {
        for (var x = 0; x < DecodedWidth; x++)
        {
            var (from, to) = (x * _step, Math.Min((x + 1) * _step, width));
            var (r, g, b, a) = (0, 0, 0, 0);
            for (var y = 0; y < count; y++)
            {
                var row = rows.Slice(4 * (y * width + from), 4 * (to - from));
                for (var i = 0; i < row.Length; i += 4) (r, g, b, a) = (r + row[i], g + row[i + 1], b + row[i + 2], a + row[i + 3]);
            }

            var (n, half) = (count * (to - from), count * (to - from) / 2);
            (target[4 * x], target[4 * x + 1], target[4 * x + 2], target[4 * x + 3]) =
                ((byte)((r + half) / n), (byte)((g + half) / n), (byte)((b + half) / n), (byte)((a + half) / n));
        }
    }

    private delegate bool ReadRow(Span<byte> rgba);

    private int Reduced(int side) => (side + _step - 1) / _step;

    private static string Start(ReadOnlySpan<byte> bytes) => bytes.Length == 0
        ? "no bytes" : $"{bytes.Length} bytes that begin with {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])}";
}
