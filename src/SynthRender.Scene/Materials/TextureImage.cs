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
}
