using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SkiaSharp;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Tests.Assets;

/// <summary>Images are decoded at the size that is used, in memory that does not grow with theirs.</summary>
public sealed class LargeImageTests
{
    [Fact]
    public void An_image_of_a_quarter_gigapixel_is_read_at_4096_in_the_memory_of_that()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = GltfLoader.Load(FaultFiles.PathOf("loader", "png_16384.glb"));
        // 4096² pixels of 4 bytes, and little else; the whole image would be a gibibyte.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 80_000_000);
        var image = model.Materials[0].BaseColorTexture!.Image;
        Assert.Equal((4096, 4096), (image.Width, image.Height));
        Assert.StartsWith("images[0]: the image is 16384×16384 pixels; it is read at 4096×4096", Assert.Single(model.Omissions), StringComparison.Ordinal);
    }

    // PNG's colour types: grey, RGB, palette, grey with alpha, RGBA; with the depths each may have.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 2)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void A_png_is_the_mean_of_what_another_decoder_finds(int colorType, int depth)
    {
        const int Width = 4099, Height = 7;
        var png = Png(Width, Height, colorType, depth);
        using var bitmap = SKBitmap.Decode(png, new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        AssertMean(bitmap.GetPixelSpan(), Width, Height, Load(png), tolerance: depth == 16 ? 1 : 0);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Jpeg_and_webp_are_made_smaller_too(SKEncodedImageFormat format)
    {
        const int Width = 4100, Height = 6;
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++) bitmap.SetPixel(x, y, new SKColor((byte)(x / 17), 128, (byte)(255 - x / 17)));
        using var data = bitmap.Encode(format, 100);
        // Lossy: a few steps on a slow ramp.
        AssertMean(bitmap.GetPixelSpan(), Width, Height, Load(data.ToArray()), tolerance: 6);
    }

    [Fact]
    public void A_large_png_that_is_cut_off_is_refused()
    {
        var png = Png(4099, 7, 2, 8);
        Assert.Contains("cut off", Assert.Throws<AssetException>(() => Load(png[..(png.Length / 2)])).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_texture_of_the_library_is_made_smaller_and_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("wide.png", Png(8200, 3, 0, 8));
        var library = new AssetLibrary([folder.Path]);
        Assert.Equal((2734, 1), (library.LoadTexture("wide.png").Width, library.LoadTexture("wide.png").Height));
        Assert.StartsWith("wide.png: the image is 8200×3 pixels; it is read at 2734×1", Assert.Single(library.Omissions), StringComparison.Ordinal);
    }

    private static TextureImage Load(byte[] image)
    {
        var text = GltfText.Triangle();
        text.Json["images"] = new JsonArray(new JsonObject { ["bufferView"] = text.View(image), ["mimeType"] = "image/png" });
        text.Json["textures"] = new JsonArray(new JsonObject { ["source"] = 0 });
        text.Material(new JsonObject { ["emissiveTexture"] = new JsonObject { ["index"] = 0 } });
        return text.Load().Materials[0].EmissiveTexture!.Image;
    }

    private static void AssertMean(ReadOnlySpan<byte> whole, int width, int height, TextureImage image, int tolerance)
    {
        Assert.Equal(((width + 1) / 2, (height + 1) / 2), (image.Width, image.Height));
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
                for (var c = 0; c < 4; c++)
                {
                    var (sum, count) = (0, 0);
                    for (var v = 2 * y; v < Math.Min(height, 2 * y + 2); v++)
                        for (var u = 2 * x; u < Math.Min(width, 2 * x + 2); u++) (sum, count) = (sum + whole[4 * (v * width + u) + c], count + 1);
                    // A half may be rounded either way.
                    var found = image.Rgba.Span[4 * (y * image.Width + x) + c];
                    Assert.True(Math.Abs(found - (double)sum / count) <= tolerance + 0.5, $"({x}, {y}) channel {c}: {found}, expected {(double)sum / count}");
                }
    }

    // Every filter in turn, over samples of a fixed pattern.
    private static byte[] Png(int width, int height, int colorType, int depth)
    {
        var channels = colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var (bytes, step) = ((width * channels * depth + 7) / 8, Math.Max(1, channels * depth / 8));
        using var pixels = new MemoryStream();
        using (var deflate = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            var before = new byte[bytes];
            for (var y = 0; y < height; y++)
            {
                var row = new byte[bytes];
                for (var i = 0; i < bytes; i++) row[i] = (byte)(i * 37 / step + y * 11 + i % step * 90);
                if (width * channels * depth % 8 is > 0 and var used) row[^1] &= (byte)(0xFF << (8 - used));
                deflate.WriteByte((byte)(y % 5));
                for (var i = 0; i < bytes; i++)
                {
                    int left = i < step ? 0 : row[i - step], up = before[i], corner = i < step ? 0 : before[i - step], p = left + up - corner;
                    var (a, b, c) = (Math.Abs(p - left), Math.Abs(p - up), Math.Abs(p - corner));
                    deflate.WriteByte((byte)(row[i] - (y % 5) switch
                    {
                        1 => left, 2 => up, 3 => (left + up) / 2, 4 => a <= b && a <= c ? left : b <= c ? up : corner, _ => 0,
                    }));
                }

                before = row;
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colorType);
        Chunk("IHDR"u8, header);
        if (colorType == 3)
        {
            Chunk("PLTE"u8, [.. Enumerable.Range(0, 3 << depth).Select(i => (byte)(i * 29))]);
            Chunk("tRNS"u8, [200, 0, 90]);
        }

        // In two pieces, as encoders write it.
        var data = pixels.ToArray();
        Chunk("IDAT"u8, data[..(data.Length / 2)]);
        Chunk("IDAT"u8, data[(data.Length / 2)..]);
        Chunk("IEND"u8, []);
        return file.ToArray();

        void Chunk(ReadOnlySpan<byte> kind, byte[] body)
        {
            Span<byte> number = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
            file.Write(number);
            byte[] content = [.. kind, .. body];
            file.Write(content);
            BinaryPrimitives.WriteUInt32BigEndian(number, TestImages.Crc32(content));
            file.Write(number);
        }
    }
}
