namespace SynthRender.Rendering.Textures;

/// <summary>An image on the device, with mips.</summary>
internal sealed class DeviceTexture(Texture texture, long bytes) : IDisposable
{
    internal Texture Texture { get; } = texture;
    internal long Bytes { get; } = bytes;

    /// <summary>The number of the last frame that used it.</summary>
    internal long LastUsed { get; set; }

    public void Dispose() => Texture.Dispose();
}
