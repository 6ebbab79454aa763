using SynthRender.Environments;
using SynthRender.Rendering.Textures;

namespace SynthRender.Rendering.Environments;

/// <summary>Environment images on the device, with mips. When they outgrow the budget, what was not used for longest goes first.</summary>
internal sealed class EnvironmentTextures(GraphicsDevice device, long budgetBytes) : IDisposable
{
    private readonly Dictionary<EnvironmentImage, DeviceTexture> _entries = [];
    private readonly CommandList _commands = device.ResourceFactory.CreateCommandList();
    private long _bytes;

    /// <summary>Raised before a texture is given back, so that whoever bound it can let go.</summary>
    internal event Action<Texture>? Evicting;

    /// <summary>The image's texture, uploaded on first use.</summary>
    internal Texture Get(EnvironmentImage image, long frame)
    {
        if (!_entries.TryGetValue(image, out var entry))
        {
            entry = Upload(image);
            _entries.Add(image, entry);
            _bytes += entry.Bytes;
        }

        entry.LastUsed = frame;
        return entry.Texture;
    }

    /// <summary>Gives back the longest unused entries until the budget is met. What the frame <paramref name="oldestInFlight"/> or a later one used stays.</summary>
    internal void Trim(long oldestInFlight)
    {
        while (_bytes > budgetBytes)
        {
            EnvironmentImage? oldest = null;
            foreach (var (image, entry) in _entries)
                if (entry.LastUsed < oldestInFlight && (oldest is null || entry.LastUsed < _entries[oldest].LastUsed)) oldest = image;
            if (oldest is null) return;
            _entries.Remove(oldest, out var victim);
            _bytes -= victim!.Bytes;
            Evicting?.Invoke(victim.Texture);
            victim.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values) entry.Dispose();
        _entries.Clear();
        _commands.Dispose();
    }

    private DeviceTexture Upload(EnvironmentImage image)
    {
        var (width, height) = ((uint)image.Width, (uint)image.Height);
        var levels = (uint)System.Numerics.BitOperations.Log2(Math.Max(width, height)) + 1;
        var usage = levels > 1 ? TextureUsage.Sampled | TextureUsage.GenerateMipmaps : TextureUsage.Sampled;
        var texture = device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(width, height, levels, 1, PixelFormat.R16_G16_B16_A16_Float, usage));
        texture.Name = image.Name;
        device.UpdateTexture(texture, image.Texels.Span, 0, 0, 0, width, height, 1, 0, 0);
        if (levels > 1)
        {
            _commands.Begin();
            _commands.GenerateMipmaps(texture);
            _commands.End();
            device.SubmitCommands(_commands);
        }

        return new DeviceTexture(texture, 8L * width * height * 4 / 3);
    }
}
