namespace SynthRender.Materials;

/// <summary>A decoded image: 8-bit RGBA, straight alpha, rows from the top, never changed after it is made.</summary>
public sealed class TextureImage
{
    /// <summary>Wraps pixels; the caller gives them away.</summary>
    /// <param name="name">For messages: file name or glTF image name.</param>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="rgba">4·width·height bytes.</param>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public TextureImage(string name, int width, int height, ReadOnlyMemory<byte> rgba)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgba.Length != 4L * width * height)
            throw new ArgumentException($"Texture '{name}' of {width}×{height} needs {4L * width * height} bytes, got {rgba.Length}.", nameof(rgba));
        (Name, Width, Height, Rgba) = (name, width, height, rgba);
    }

    /// <summary>File name or glTF image name.</summary>
    public string Name { get; }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>R, G, B, A per pixel, rows from the top. Whether they are sRGB or linear is said by the slot that uses them.</summary>
    public ReadOnlyMemory<byte> Rgba { get; }

    /// <summary>An image that the renderer makes on its device. <see cref="Rgba"/> holds one white pixel: what alpha it has anywhere.</summary>
    /// <param name="procedural">What to make.</param>
    /// <param name="channel">Which of its images.</param>
    public TextureImage(ProceduralTexture procedural, TextureChannel channel)
        : this($"{procedural.Family} {channel}", 1, 1, new byte[] { 255, 255, 255, 255 }) => (Procedural, Channel) = (procedural, channel);

    /// <summary>What the renderer makes the image from; null when the pixels are <see cref="Rgba"/>.</summary>
    public ProceduralTexture? Procedural { get; }

    /// <summary>Which of <see cref="Procedural"/>'s images.</summary>
    public TextureChannel Channel { get; }
}
