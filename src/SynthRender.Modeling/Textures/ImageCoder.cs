using System.Numerics;
using SkiaSharp;

namespace SynthRender.Modeling.Textures;

/// <summary>Writes maps as JPEG without chroma subsampling, with fixed settings, so that the same map gives the same bytes.</summary>
internal static class ImageCoder
{
    public static byte[] Color(Vector3[] map, int size, int quality) =>
        Encode(map, size, quality, static v => new Vector3(Rgb.FromLinear(Clamp(v.X)), Rgb.FromLinear(Clamp(v.Y)), Rgb.FromLinear(Clamp(v.Z))));

    public static byte[] Normal(Vector3[] map, int size, int quality) =>
        Encode(map, size, quality, static v => Vector3.Normalize(v) * 0.5f + new Vector3(0.5f));

    public static byte[] Linear(Vector3[] map, int size, int quality) => Encode(map, size, quality, static v => v);

    private static float Clamp(float v) => Math.Clamp(v, 0f, 1f);

    private static byte[] Encode(Vector3[] map, int size, int quality, Func<Vector3, Vector3> encode)
    {
        var pixels = new byte[size * size * 4];
        for (var i = 0; i < map.Length; i++)
        {
            var v = encode(map[i]);
            pixels[4 * i] = Byte(v.X);
            pixels[4 * i + 1] = Byte(v.Y);
            pixels[4 * i + 2] = Byte(v.Z);
            pixels[4 * i + 3] = 255;
        }

        var info = new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var image = SKImage.FromPixelCopy(info, pixels);
        using var pixmap = image.PeekPixels();
        using var data = pixmap.Encode(new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore));
        return data?.ToArray() ?? throw new InvalidOperationException($"The JPEG encoder refused a map of {size}×{size} texels.");
    }

    private static byte Byte(float v) => (byte)MathF.Round(Math.Clamp(v, 0f, 1f) * 255f);
}
