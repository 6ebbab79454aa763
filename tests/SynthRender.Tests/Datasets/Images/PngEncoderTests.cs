using SkiaSharp;
using SynthRender.Datasets.Images;

namespace SynthRender.Tests.Datasets.Images;

/// <summary>SkiaSharp's decoder (libpng) reads what our encoder writes.</summary>
public sealed class PngEncoderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(640, 480)]
    public void Colour_comes_back_bit_for_bit(int width, int height)
    {
        var rgba = new byte[4 * width * height];
        for (var i = 0; i < rgba.Length; i++) rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(i * i / 7 + i / 640 * (i % 3));
        foreach (var filter in Enum.GetValues<PngFilter>())
        {
            using var image = PngEncoder.EncodeColor(rgba, width, height, filter);
            using var bitmap = SKBitmap.Decode(image.Bytes.Span, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
            Assert.Equal(rgba, bitmap.Bytes);
        }
    }

    [Fact]
    public void Grey_of_8_and_16_bits_comes_back()
    {
        var ids = Enumerable.Range(0, 300 * 200).Select(i => (ushort)(i * 13)).ToArray();
        using var wide = PngEncoder.EncodeGray16(ids, 300, 200);
        Assert.Equal(ids, PngReader.Decode(wide.Bytes.Span).Samples);

        var classes = ids.Select(i => (byte)i).ToArray();
        using var narrow = PngEncoder.EncodeGray8(classes, 300, 200);
        using var bitmap = SKBitmap.Decode(narrow.Bytes.Span, new SKImageInfo(300, 200, SKColorType.Gray8, SKAlphaType.Opaque));
        Assert.Equal(classes, bitmap.Bytes);
        Assert.Equal(classes.Select(c => (ushort)c), PngReader.Decode(narrow.Bytes.Span).Samples);
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // the check value of CRC-32/ISO-HDLC
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Checksums(string text, uint expected) => Assert.Equal(expected, Crc32.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Webp)]
    public void Lossy_formats_come_back_nearly(ImageFormat format)
    {
        var rgba = new byte[4 * 64 * 48];
        for (var i = 0; i < rgba.Length; i++) rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(i / 4 % 64 * 3);
        using var image = ImageEncoder.Encode(rgba, 64, 48, format, 95);
        using var bitmap = SKBitmap.Decode(image.Bytes.Span, new SKImageInfo(64, 48, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        // Quality 95 of a smooth ramp: a few steps of 255 at most.
        Assert.All(bitmap.Bytes.Zip(rgba), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 8));
    }

    [Theory]
    [InlineData(ImageFormat.Png, null)]
    [InlineData(ImageFormat.Webp, null)]
    [InlineData(ImageFormat.Webp, 100)]
    public void Lossless_formats_keep_every_bit(ImageFormat format, int? quality)
    {
        var rgba = new byte[4 * 64 * 48];
        for (var i = 0; i < rgba.Length; i++) rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(i * 2654435761L >> 13);
        using var image = ImageEncoder.Encode(rgba, 64, 48, format, quality);
        using var bitmap = SKBitmap.Decode(image.Bytes.Span, new SKImageInfo(64, 48, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        Assert.Equal(rgba, bitmap.Bytes);
    }

    [Fact]
    public void A_lower_quality_makes_a_smaller_file()
    {
        var rgba = new byte[4 * 64 * 48];
        for (var i = 0; i < rgba.Length; i++) rgba[i] = i % 4 == 3 ? (byte)255 : (byte)(i * 2654435761L >> 13);
        foreach (var format in new[] { ImageFormat.Jpeg, ImageFormat.Webp })
        {
            using var rough = ImageEncoder.Encode(rgba, 64, 48, format, 30);
            using var fine = ImageEncoder.Encode(rgba, 64, 48, format, 90);
            Assert.True(rough.Bytes.Length < fine.Bytes.Length);
        }

        using var unasked = ImageEncoder.Encode(rgba, 64, 48, ImageFormat.Jpeg);
        using var asked = ImageEncoder.Encode(rgba, 64, 48, ImageFormat.Jpeg, 95);
        Assert.Equal(asked.Bytes.ToArray(), unasked.Bytes.ToArray());
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PngEncoder.EncodeColor(new byte[15], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageEncoder.Encode(new byte[16], 2, 2, ImageFormat.Jpeg, 0));
    }
}
