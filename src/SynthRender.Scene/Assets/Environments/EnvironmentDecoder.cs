using System.Numerics;
using StbImageSharp;
using SynthRender.Assets.Textures;
using SynthRender.Environments;

namespace SynthRender.Assets.Environments;

/// <summary>Reads equirectangular images: Radiance .hdr as radiance; PNG, JPEG and WebP as sRGB with white at radiance 1.</summary>
internal static class EnvironmentDecoder
{
    /// <summary>Decodes a file's bytes. Sizes are checked before memory is taken.</summary>
    /// <exception cref="AssetException">The bytes are no image that is read here, are cut off, or the image is too large.</exception>
    public static EnvironmentImage Decode(string name, byte[] bytes, string file) =>
        Path.GetExtension(file).Equals(".hdr", StringComparison.OrdinalIgnoreCase)
            ? Radiance(name, bytes, file)
            : Srgb(name, bytes, file);

    private static EnvironmentImage Radiance(string name, byte[] bytes, string file)
    {
        var header = RadianceHeader.Read(bytes, file);
        ImageResultFloat image;
        try
        {
            image = ImageResultFloat.FromMemory(bytes, ColorComponents.RedGreenBlue);
        }
        catch (InvalidOperationException e)
        {
            throw new AssetException(file, "", $"cannot be decoded: {e.Message}", e);
        }

        var radiance = new Vector3[header.Width * header.Height];
        for (var i = 0; i < radiance.Length; i++)
            radiance[i] = new Vector3(image.Data[3 * i], image.Data[3 * i + 1], image.Data[3 * i + 2]) / header.Exposure;
        return new EnvironmentImage(name, header.Width, header.Height, radiance);
    }

    private static EnvironmentImage Srgb(string name, byte[] bytes, string file)
    {
        using var encoded = EncodedTexture.Open(bytes, file, "", EncodedTexture.MostFileSide);
        if (encoded.DecodedWidth > EnvironmentImage.MaxWidth || encoded.DecodedHeight > EnvironmentImage.MaxHeight)
            throw new AssetException(file, "",
                $"the image is {encoded.DecodedWidth}×{encoded.DecodedHeight} pixels; up to {EnvironmentImage.MaxWidth}×{EnvironmentImage.MaxHeight} are accepted around a scene.");
        var image = encoded.Decode(name);
        // IEC 61966-2-1.
        var linear = new float[256];
        for (var i = 0; i < 256; i++) linear[i] = i / 255f <= 0.04045f ? i / 255f / 12.92f : MathF.Pow((i / 255f + 0.055f) / 1.055f, 2.4f);
        var rgba = image.Rgba.Span;
        var radiance = new Vector3[image.Width * image.Height];
        for (var i = 0; i < radiance.Length; i++)
            radiance[i] = new Vector3(linear[rgba[4 * i]], linear[rgba[4 * i + 1]], linear[rgba[4 * i + 2]]);
        return new EnvironmentImage(image.Name, image.Width, image.Height, radiance);
    }
}
