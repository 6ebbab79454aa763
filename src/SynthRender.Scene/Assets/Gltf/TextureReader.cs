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
    private readonly Dictionary<(TextureImage Image, float Glossiness), TextureImage?> _roughness = [];
    private long _pixels;

    /// <summary>Reads a material's texture; null when the channel has none, or none that can be shown.</summary>
    /// <param name="channel">SharpGLTF's channel.</param>
    /// <param name="sets">The material's UV sets.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">The image is missing or broken.</exception>
    public TextureSlot? Read(MaterialChannel? channel, UvSets sets, string element)
    {
        if (channel?.Texture is not { } texture) return null;
        var transform = channel.Value.TextureTransform;
        var set = transform?.TextureCoordinateOverride ?? channel.Value.TextureCoordinate;
        if (sets.Find(set) is not { } texCoord)
        {
            document.Source.LeaveOut(element,
                $"lies by UV set {set}; two sets are read for a material, here {sets.First} and {sets.Second}, and the texture is left out.");
            return null;
        }

        if (ImageOf(texture.LogicalIndex) is not { } image)
        {
            var extensions = document.Source.Element("textures", texture.LogicalIndex).TryGetProperty("extensions", out var found)
                ? string.Join(", ", found.EnumerateObject().Select(e => $"'{e.Name}'")) : "";
            document.Source.LeaveOut(element, extensions.Length == 0
                ? $"textures[{texture.LogicalIndex}] has no image; the texture is left out."
                : $"textures[{texture.LogicalIndex}] has an image only for {extensions}, which is not read; the texture is left out.");
            return null;
        }

        var slot = new TextureSlot(Image(image)) { TexCoord = texCoord };
        if (texture.Sampler is { } sampler)
            slot = slot with
            {
                WrapU = Wrap(sampler.WrapS),
                WrapV = Wrap(sampler.WrapT),
                Linear = sampler.MagFilter != TextureInterpolationFilter.NEAREST,
                Mipmaps = sampler.MinFilter is not (TextureMipMapFilter.NEAREST or TextureMipMapFilter.LINEAR),
            };
        if (transform is null) return slot;
        return slot with
        {
            Offset = transform.Offset,
            Rotation = transform.Rotation,
            Scale = transform.Scale,
        };
    }

    // EXT_texture_webp: its image is meant for readers that know the extension, the texture's own for others.
    private int? ImageOf(int texture)
    {
        var json = document.Source.Element("textures", texture);
        if (json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("EXT_texture_webp", out var webp) && webp.TryGetProperty("source", out _))
            return (int)GltfJson.Whole(webp, "source");
        return json.TryGetProperty("source", out _) ? (int)GltfJson.Whole(json, "source") : null;
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
        using var encoded = EncodedTexture.Open(bytes.Span, document.Source.File, element);
        Spend(encoded.DecodedWidth, encoded.DecodedHeight, element);
        if (encoded.Reduction is { } reduction) document.Source.LeaveOut(element, reduction);
        return _images[index] = encoded.Decode(label);
    }

    /// <summary>The roughness that a glossiness texture stands for, in green as metallic-roughness has it; null when its alpha is 255 all over.</summary>
    /// <param name="image">Glossiness in alpha.</param>
    /// <param name="glossiness">What it is multiplied with, in [0, 1].</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">The file's images take more than is accepted.</exception>
    public TextureImage? Roughness(TextureImage image, float glossiness, string element)
    {
        if (_roughness.TryGetValue((image, glossiness), out var known)) return known;
        var source = image.Rgba.Span;
        var isConstant = true;
        for (var i = 3; isConstant && i < source.Length; i += 4) isConstant = source[i] == 255;
        if (isConstant) return _roughness[(image, glossiness)] = null;
        Spend(image.Width, image.Height, element);
        var rgba = new byte[source.Length];
        for (var i = 0; i < rgba.Length; i += 4)
            (rgba[i], rgba[i + 1], rgba[i + 3]) = (255, (byte)(255.5f - glossiness * source[i + 3]), 255);
        return _roughness[(image, glossiness)] = new TextureImage($"{image.Name} (roughness)", image.Width, image.Height, rgba);
    }

    // Before memory is taken.
    private void Spend(int width, int height, string element)
    {
        _pixels += (long)width * height;
        if (_pixels > MaxPixels)
            throw document.Source.Fault(element,
                $"the images up to here hold {_pixels:N0} pixels, at most {MaxPixels:N0} are accepted in a file. Make them smaller.");
    }

    private static TextureWrap Wrap(TextureWrapMode mode) => mode switch
    {
        TextureWrapMode.CLAMP_TO_EDGE => TextureWrap.ClampToEdge,
        TextureWrapMode.MIRRORED_REPEAT => TextureWrap.MirroredRepeat,
        _ => TextureWrap.Repeat,
    };
}
