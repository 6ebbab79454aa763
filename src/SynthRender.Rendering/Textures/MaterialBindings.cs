using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>The textures and samplers of a material as one resource set, kept as long as its textures are.</summary>
internal sealed class MaterialBindings : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly TextureCache _textures;
    private readonly SamplerCache _samplers;
    private readonly Texture _blank;
    private readonly Dictionary<Key, ResourceSet> _sets = [];
    private readonly List<Key> _stale = [];
    private readonly BindableResource[] _resources = new BindableResource[10];

    internal MaterialBindings(GraphicsDevice device, TextureCache textures)
    {
        _device = device;
        _textures = textures;
        _samplers = new SamplerCache(device);
        _textures.Evicting += Forget;
        Layout = device.ResourceFactory.CreateResourceLayout(new ResourceLayoutDescription(
        [
            Texture("baseColorTexture"), Sampler("baseColorSampler"),
            Texture("normalTexture"), Sampler("normalSampler"),
            Texture("metallicRoughnessTexture"), Sampler("metallicRoughnessSampler"),
            Texture("occlusionTexture"), Sampler("occlusionSampler"),
            Texture("emissiveTexture"), Sampler("emissiveSampler"),
        ]));
        _blank = device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(1, 1, 1, 1, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Sampled));
        _blank.Name = "blank";
        device.UpdateTexture(_blank, (ReadOnlySpan<byte>)[255, 255, 255, 255], 0, 0, 0, 1, 1, 1, 0, 0);
    }

    internal ResourceLayout Layout { get; }

    internal int Count => _sets.Count;

    /// <summary>The material's textures, uploaded on first use, as a resource set.</summary>
    internal ResourceSet Get(Material material, long frame)
    {
        var key = new Key(
            Slot(material.BaseColorTexture, true, frame),
            Slot(material.NormalTexture, false, frame),
            Slot(material.MetallicRoughnessTexture, false, frame),
            Slot(material.OcclusionTexture, false, frame),
            Slot(material.EmissiveTexture, true, frame));
        if (_sets.TryGetValue(key, out var set)) return set;
        Fill(0, key.BaseColor);
        Fill(1, key.Normal);
        Fill(2, key.MetallicRoughness);
        Fill(3, key.Occlusion);
        Fill(4, key.Emissive);
        set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(Layout, [.. _resources]));
        _sets.Add(key, set);
        return set;
    }

    public void Dispose()
    {
        _textures.Evicting -= Forget;
        foreach (var set in _sets.Values) set.Dispose();
        _sets.Clear();
        Layout.Dispose();
        _blank.Dispose();
        _samplers.Dispose();
    }

    private static ResourceLayoutElementDescription Texture(string name) => new(name, ResourceKind.TextureReadOnly, ShaderStages.Fragment);

    private static ResourceLayoutElementDescription Sampler(string name) => new(name, ResourceKind.Sampler, ShaderStages.Fragment);

    private Bound Slot(TextureSlot? slot, bool srgb, long frame) =>
        slot is null ? default : new Bound(_textures.Get(slot.Image, srgb, frame), _samplers.Get(slot));

    private void Fill(int slot, Bound bound)
    {
        _resources[2 * slot] = bound.Texture?.Texture ?? _blank;
        _resources[2 * slot + 1] = bound.Sampler ?? _device.PointSampler;
    }

    private void Forget(DeviceTexture texture)
    {
        _stale.Clear();
        foreach (var key in _sets.Keys)
            if (key.Uses(texture)) _stale.Add(key);
        foreach (var key in _stale)
        {
            _sets.Remove(key, out var set);
            set!.Dispose();
        }
    }

    private readonly record struct Bound(DeviceTexture? Texture, Sampler? Sampler);

    private readonly record struct Key(Bound BaseColor, Bound Normal, Bound MetallicRoughness, Bound Occlusion, Bound Emissive)
    {
        internal bool Uses(DeviceTexture texture) =>
            BaseColor.Texture == texture || Normal.Texture == texture || MetallicRoughness.Texture == texture
            || Occlusion.Texture == texture || Emissive.Texture == texture;
    }
}
