using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>
/// Images on the device, by image and by what their bytes mean: mips of colours are averaged as light, not as sRGB numbers, and those of
/// cut-outs by what is there (<see cref="CutOutMips"/>).
/// When they outgrow the budget, what was not used for longest goes first.
/// </summary>
internal sealed class TextureCache(GraphicsDevice device, long budgetBytes) : IDisposable
{
    private readonly Dictionary<(TextureImage Image, TextureContent Content), DeviceTexture> _entries = [];
    private readonly List<(TextureImage Image, TextureContent Content)> _victims = [];
    private readonly CommandList _commands = device.ResourceFactory.CreateCommandList();

    internal long Bytes { get; private set; }

    /// <summary>Raised before a texture is given back, so that whoever bound it can let go.</summary>
    internal event Action<DeviceTexture>? Evicting;

    /// <summary>The image's texture, uploaded on first use.</summary>
    internal DeviceTexture Get(TextureImage image, TextureContent content, long frame)
    {
        if (!_entries.TryGetValue((image, content), out var entry))
        {
            entry = Upload(image, content);
            _entries.Add((image, content), entry);
            Bytes += entry.Bytes;
        }

        entry.LastUsed = frame;
        return entry;
    }

    /// <summary>Gives back the longest unused entries until the budget is met. What the frame <paramref name="oldestInFlight"/> or a later one used stays.</summary>
    internal void Trim(long oldestInFlight)
    {
        if (Bytes <= budgetBytes) return;
        _victims.Clear();
        foreach (var (key, entry) in _entries)
            if (entry.LastUsed < oldestInFlight) _victims.Add(key);
        _victims.Sort((a, b) => _entries[a].LastUsed.CompareTo(_entries[b].LastUsed));
        foreach (var key in _victims)
        {
            if (Bytes <= budgetBytes) return;
            _entries.Remove(key, out var entry);
            Bytes -= entry!.Bytes;
            Evicting?.Invoke(entry);
            entry.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var entry in _entries.Values) entry.Dispose();
        _entries.Clear();
        _commands.Dispose();
        Bytes = 0;
    }

    private DeviceTexture Upload(TextureImage image, TextureContent content)
    {
        var (width, height) = ((uint)image.Width, (uint)image.Height);
        var levels = (uint)System.Numerics.BitOperations.Log2(Math.Max(width, height)) + 1;
        var format = content == TextureContent.Numbers ? PixelFormat.R8_G8_B8_A8_UNorm : PixelFormat.R8_G8_B8_A8_UNorm_SRgb;
        var isMade = levels > 1 && content == TextureContent.CutOut && CutOutMips.Matter(image);
        var usage = levels > 1 && !isMade ? TextureUsage.Sampled | TextureUsage.GenerateMipmaps : TextureUsage.Sampled;
        var texture = device.ResourceFactory.CreateTexture(TextureDescription.Texture2D(width, height, levels, 1, format, usage));
        texture.Name = image.Name;
        if (isMade)
        {
            var made = CutOutMips.Build(image);
            for (var l = 0; l < made.Length; l++)
                device.UpdateTexture(texture, made[l].Rgba, 0, 0, 0, (uint)made[l].Width, (uint)made[l].Height, 1, (uint)l, 0);
        }
        else
        {
            device.UpdateTexture(texture, image.Rgba.Span, 0, 0, 0, width, height, 1, 0, 0);
            if (levels > 1)
            {
                _commands.Begin();
                _commands.GenerateMipmaps(texture);
                _commands.End();
                device.SubmitCommands(_commands);
            }
        }

        return new DeviceTexture(texture, 4L * width * height * 4 / 3);
    }
}
