namespace SynthRender.Rendering.Textures;

/// <summary>Resource sets of one layout of textures and samplers, each made once and kept as long as its textures are.</summary>
internal sealed class TextureSets : IDisposable
{
    private readonly GraphicsDevice _device;
    private readonly Texture _blank;
    private readonly Dictionary<TextureSetKey, ResourceSet> _sets = [];
    private readonly List<TextureSetKey> _stale = [];
    private readonly BindableResource[] _resources;

    /// <param name="device">Makes the sets.</param>
    /// <param name="blank">Takes the place of absent textures.</param>
    /// <param name="names">A name for each texture; the sampler of "xTexture" is "xSampler".</param>
    internal TextureSets(GraphicsDevice device, Texture blank, params ReadOnlySpan<string> names)
    {
        (_device, _blank) = (device, blank);
        _resources = new BindableResource[2 * names.Length];
        var elements = new ResourceLayoutElementDescription[2 * names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            elements[2 * i] = new ResourceLayoutElementDescription(names[i], ResourceKind.TextureReadOnly, ShaderStages.Fragment);
            elements[2 * i + 1] = new ResourceLayoutElementDescription(
                names[i].Replace("Texture", "Sampler", StringComparison.Ordinal), ResourceKind.Sampler, ShaderStages.Fragment);
        }

        Layout = device.ResourceFactory.CreateResourceLayout(new ResourceLayoutDescription(elements));
    }

    internal ResourceLayout Layout { get; }

    internal int Count => _sets.Count;

    internal ResourceSet Get(in TextureSetKey key)
    {
        if (_sets.TryGetValue(key, out var set)) return set;
        for (var slot = 0; slot < _resources.Length / 2; slot++)
        {
            _resources[2 * slot] = key[slot].Texture?.Texture ?? _blank;
            _resources[2 * slot + 1] = key[slot].Sampler ?? _device.PointSampler;
        }

        set = _device.ResourceFactory.CreateResourceSet(new ResourceSetDescription(Layout, [.. _resources]));
        _sets.Add(key, set);
        return set;
    }

    /// <summary>Gives back the sets with a texture that is about to go.</summary>
    internal void Forget(DeviceTexture texture)
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

    public void Dispose()
    {
        foreach (var set in _sets.Values) set.Dispose();
        _sets.Clear();
        Layout.Dispose();
    }
}
