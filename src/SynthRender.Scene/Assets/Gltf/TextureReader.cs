using SharpGLTF.Schema2;
using SynthRender.Assets.Textures;
using SynthRender.Materials;

namespace SynthRender.Assets.Gltf;

/// <summary>Decodes the images that materials show, each once, and reads how they are sampled.</summary>
/// <param name="document">The file.</param>
internal sealed class TextureReader(GltfDocument document)
{
    // All images of a file together: 2 GiB of pixels.
    private const long MaxPixels = 1L << 29;

    private readonly Dictionary<int, TextureImage> _images = [];
    private long _pixels;

    /// <summary>Reads a material's texture; null when the channel has none.</summary>
    /// <param name="channel">SharpGLTF's channel.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">The image is missing or broken.</exception>
    public TextureSlot? Read(MaterialChannel? channel, string element)
    {
        if (channel?.Texture is not { } texture) return null;
        if ((texture.PrimaryImage ?? texture.FallbackImage) is not { } image)
        {
            document.Source.Warn($"{element}",
                $"textures[{texture.LogicalIndex}] has no image of a kind that is read; the texture is left out.");
            return null;
        }

        var slot = new TextureSlot(Image(image.LogicalIndex)) { TexCoord = channel.Value.TextureCoordinate };
        if (texture.Sampler is { } sampler)
            slot = slot with
            {
                WrapU = Wrap(sampler.WrapS),
                WrapV = Wrap(sampler.WrapT),
                Linear = sampler.MagFilter != TextureInterpolationFilter.NEAREST,
                Mipmaps = sampler.MinFilter is not (TextureMipMapFilter.NEAREST or TextureMipMapFilter.LINEAR),
            };
        if (channel.Value.TextureTransform is not { } transform) return slot;
        return slot with
        {
            TexCoord = transform.TextureCoordinateOverride ?? slot.TexCoord,
            Offset = transform.Offset,
            Rotation = transform.Rotation,
            Scale = transform.Scale,
        };
    }

    /// <summary>An image of the file, decoded once.</summary>
    public TextureImage Image(int index)
    {
        if (_images.TryGetValue(index, out var known)) return known;
        var json = document.Source.Element("images", index);
        var element = $"images[{index}]";
        ReadOnlyMemory<byte> bytes;
        var label = element;
        if (json.TryGetProperty("uri", out var uri))
        {
            bytes = document.Source.Folder.Read(uri.GetString()!, $"{element}.uri");
            if (!uri.GetString()!.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) label = Uri.UnescapeDataString(uri.GetString()!);
        }
        else if (json.TryGetProperty("bufferView", out _))
        {
            var view = document.Source.Element("bufferViews", (int)GltfJson.Whole(json, "bufferView"));
            bytes = document.Buffers[GltfJson.Whole(view, "buffer")]
                .Slice((int)GltfJson.Whole(view, "byteOffset"), (int)GltfJson.Whole(view, "byteLength"));
        }
        else
        {
            throw document.Source.Fault(element, "has neither uri nor bufferView.");
        }

        if (json.TryGetProperty("name", out var name) && name.GetString() is { Length: > 0 } given) label = given;
        var image = ImageDecoder.Decode(label, bytes.Span, document.Source.File, element);
        _pixels += (long)image.Width * image.Height;
        if (_pixels > MaxPixels)
            throw document.Source.Fault(element,
                $"the images up to here hold {_pixels} pixels, at most {MaxPixels} are accepted in a file.");
        return _images[index] = image;
    }

    private static TextureWrap Wrap(TextureWrapMode mode) => mode switch
    {
        TextureWrapMode.CLAMP_TO_EDGE => TextureWrap.ClampToEdge,
        TextureWrapMode.MIRRORED_REPEAT => TextureWrap.MirroredRepeat,
        _ => TextureWrap.Repeat,
    };
}
