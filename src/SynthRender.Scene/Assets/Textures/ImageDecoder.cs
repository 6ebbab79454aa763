using SkiaSharp;
using SynthRender.Materials;

namespace SynthRender.Assets.Textures;

/// <summary>Decodes PNG, JPEG, WebP and the other formats that SkiaSharp reads into 8-bit RGBA with straight alpha.</summary>
internal static class ImageDecoder
{
    /// <summary>Longest side that is accepted, pixels.</summary>
    public const int MaxSide = 16384;

    /// <summary>Decodes an image. Its size is checked before memory is taken; colour profiles and orientation tags are ignored, as glTF asks.</summary>
    /// <param name="name">The texture's name.</param>
    /// <param name="encoded">The file's bytes.</param>
    /// <param name="file">For messages.</param>
    /// <param name="element">For messages, e.g. "images[0]"; may be empty.</param>
    /// <exception cref="AssetException">The bytes are not an image, are cut off, or the image is too large.</exception>
    public static TextureImage Decode(string name, ReadOnlySpan<byte> encoded, string file, string element)
    {
        using var data = SKData.CreateCopy(encoded);
        using var codec = SKCodec.Create(data)
            ?? throw new AssetException(file, element,
                $"found {Start(encoded)}, which is no image that can be decoded; expected PNG, JPEG or WebP.");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width < 1 || height < 1 || width > MaxSide || height > MaxSide)
            throw new AssetException(file, element, $"the image is {width}×{height} pixels; 1×1 to {MaxSide}×{MaxSide} are accepted.");
        var pixels = new byte[4L * width * height];
        var info = new SKImageInfo(width, height, SKColorType.Rgba8888, codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        var result = Read(codec, info, pixels);
        if (result != SKCodecResult.Success)
            throw new AssetException(file, element,
                $"the {codec.EncodedFormat} image of {width}×{height} pixels cannot be decoded ({result}). Is the file cut off?");
        return new TextureImage(name, width, height, pixels);
    }

    private static SKCodecResult Read(SKCodec codec, SKImageInfo info, byte[] pixels)
    {
        var handle = System.Runtime.InteropServices.GCHandle.Alloc(pixels, System.Runtime.InteropServices.GCHandleType.Pinned);
        try
        {
            return codec.GetPixels(info, handle.AddrOfPinnedObject());
        }
        finally
        {
            handle.Free();
        }
    }

    private static string Start(ReadOnlySpan<byte> bytes) => bytes.Length == 0
        ? "no bytes" : $"{bytes.Length} bytes that begin with {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])}";
}
