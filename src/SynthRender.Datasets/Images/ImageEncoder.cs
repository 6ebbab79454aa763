using SkiaSharp;

namespace SynthRender.Datasets.Images;

/// <summary>Encodes colour images. Thread-safe.</summary>
public static class ImageEncoder
{
    private const int JpegQuality = 95;

    // Of 100; what lossless WebP calls quality is how hard it tries. More makes frames of ours less than one in a hundred smaller.
    private const int LosslessEffort = 0;

    /// <summary>Encodes a colour image; alpha is dropped.</summary>
    /// <param name="rgba">Row-major, 4·width·height bytes, sRGB.</param>
    /// <param name="width">1 or more.</param>
    /// <param name="height">1 or more.</param>
    /// <param name="format">The file format.</param>
    /// <param name="quality">1 to 100; null makes JPEG of quality 95 and lossless WebP, which 100 does as well. PNG has none.</param>
    public static EncodedImage Encode(ReadOnlySpan<byte> rgba, int width, int height, ImageFormat format, int? quality = null)
    {
        if (quality is not (null or >= 1 and <= 100)) throw new ArgumentOutOfRangeException(nameof(quality), quality, "The quality is 1 to 100.");
        if (format == ImageFormat.Png) return PngEncoder.EncodeColor(rgba, width, height);
        if (rgba.Length != 4L * width * height)
            throw new ArgumentException(
                $"An image of {width}×{height} has {4L * width * height} bytes, got {rgba.Length}.", nameof(rgba));

        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb());
        using var image = SKImage.FromPixelCopy(info, rgba)
            ?? throw new InvalidOperationException($"SkiaSharp takes no image of {width}×{height} pixels.");
        using var pixels = image.PeekPixels();
        using var data = (format == ImageFormat.Jpeg
                ? pixels.Encode(new SKJpegEncoderOptions(quality ?? JpegQuality, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore))
                : pixels.Encode(quality is null or 100
                    ? new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, LosslessEffort)
                    : new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality.Value)))
            ?? throw new InvalidOperationException($"SkiaSharp could not encode an image of {width}×{height} pixels as {format}.");
        var encoded = new RentedStream((int)data.Size);
        encoded.Write(data.AsSpan());
        return new EncodedImage(encoded);
    }

    /// <summary>The file name extension of a format, with its dot.</summary>
    public static string Extension(ImageFormat format) => format switch
    {
        ImageFormat.Png => ".png",
        ImageFormat.Jpeg => ".jpg",
        ImageFormat.Webp => ".webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not an image format."),
    };
}
