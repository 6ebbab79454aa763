using SynthRender.Materials;

namespace SynthRender.Rendering.Textures;

/// <summary>Textures and samplers as resource sets: five of a plain material, nine more of a layered one, one of a background picture.</summary>
internal sealed class MaterialBindings : IDisposable
{
    private readonly TextureCache _textures;
    private readonly ProceduralPool _procedural;
    private readonly SamplerCache _samplers;
    private readonly Texture _blank;
    private readonly TextureSets _plain;
    private readonly TextureSets _layered;
    private readonly TextureSets _pictures;

    internal MaterialBindings(GraphicsDevice device, TextureCache textures, ProceduralPool procedural)
    {
        _procedural = procedural;
        _textures = textures;
        _samplers = new SamplerCache(device);
        _textures.Evicting += Forget;
        _blank = device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(1, 1, 1, 1, PixelFormat.R8_G8_B8_A8_UNorm, TextureUsage.Sampled));
        _blank.Name = "blank";
        device.UpdateTexture(_blank, (ReadOnlySpan<byte>)[255, 255, 255, 255], 0, 0, 0, 1, 1, 1, 0, 0);
        _plain = new TextureSets(
            device, _blank, "baseColorTexture", "normalTexture", "metallicRoughnessTexture", "occlusionTexture", "emissiveTexture");
        _layered = new TextureSets(
            device, _blank, "baseColorTexture", "normalTexture", "metallicRoughnessTexture", "occlusionTexture", "emissiveTexture",
            "specularTexture", "specularColorTexture", "clearcoatTexture", "clearcoatRoughnessTexture", "clearcoatNormalTexture",
            "sheenColorTexture", "sheenRoughnessTexture", "transmissionTexture", "thicknessTexture");
        _pictures = new TextureSets(device, _blank, "pictureTexture");
    }

    internal ResourceLayout Layout => _plain.Layout;

    internal ResourceLayout LayeredLayout => _layered.Layout;

    internal ResourceLayout PictureLayout => _pictures.Layout;

    internal int Count => _plain.Count + _layered.Count + _pictures.Count;

    /// <summary>One white pixel.</summary>
    internal Texture Blank => _blank;

    /// <summary>The material's textures, uploaded on first use, as a resource set.</summary>
    internal ResourceSet Get(Material material, long frame) => _plain.Get(Key(material, frame));

    /// <summary>The textures of a decal's material, in the same layout.</summary>
    internal ResourceSet GetDecal(Material material, long frame) => _plain.Get(Key(material, frame, isDecal: true));

    /// <summary>The same with the textures of its layers.</summary>
    internal ResourceSet GetLayered(Material material, long frame)
    {
        var key = Key(material, frame);
        key[5] = Bind(material.SpecularTexture, TextureContent.Numbers, frame);
        key[6] = Bind(material.SpecularColorTexture, TextureContent.Colors, frame);
        key[7] = Bind(material.ClearcoatTexture, TextureContent.Numbers, frame);
        key[8] = Bind(material.ClearcoatRoughnessTexture, TextureContent.Numbers, frame);
        key[9] = Bind(material.ClearcoatNormalTexture, TextureContent.Numbers, frame);
        key[10] = Bind(material.SheenColorTexture, TextureContent.Colors, frame);
        key[11] = Bind(material.SheenRoughnessTexture, TextureContent.Numbers, frame);
        key[12] = Bind(material.TransmissionTexture, TextureContent.Numbers, frame);
        key[13] = Bind(material.ThicknessTexture, TextureContent.Numbers, frame);
        return _layered.Get(key);
    }

    /// <summary>A background picture, with its edges continued.</summary>
    internal ResourceSet GetPicture(TextureImage image, long frame)
    {
        var key = default(TextureSetKey);
        var slot = new TextureSlot(image) { WrapU = TextureWrap.ClampToEdge, WrapV = TextureWrap.ClampToEdge };
        key[0] = Bind(slot, TextureContent.Colors, frame, anisotropic: false);
        return _pictures.Get(key);
    }

    public void Dispose()
    {
        _textures.Evicting -= Forget;
        _pictures.Dispose();
        _plain.Dispose();
        _layered.Dispose();
        _blank.Dispose();
        _samplers.Dispose();
    }

    private TextureSetKey Key(Material material, long frame, bool isDecal = false)
    {
        // Alpha below the cutoff is never seen, unless all alpha passes.
        var isCut = isDecal || material.AlphaMode == AlphaMode.Blend || (material.AlphaMode == AlphaMode.Mask && material.AlphaCutoff > 0);
        var key = default(TextureSetKey);
        key[0] = Bind(material.BaseColorTexture, isCut ? TextureContent.CutOut : TextureContent.Colors, frame, !isDecal);
        key[1] = Bind(material.NormalTexture, TextureContent.Numbers, frame, !isDecal);
        key[2] = Bind(material.MetallicRoughnessTexture, TextureContent.Numbers, frame, !isDecal);
        key[3] = Bind(material.OcclusionTexture, TextureContent.Numbers, frame, !isDecal);
        key[4] = Bind(material.EmissiveTexture, TextureContent.Colors, frame, !isDecal);
        return key;
    }

    private BoundTexture Bind(TextureSlot? slot, TextureContent content, long frame, bool anisotropic = true) =>
        slot is null ? default
        : slot.Image.Procedural is { } made ? new BoundTexture(_procedural.Get(made, slot.Image.Channel, frame), _samplers.Get(slot, anisotropic))
        : new BoundTexture(_textures.Get(slot.Image, content, frame), _samplers.Get(slot, anisotropic));

    private void Forget(DeviceTexture texture)
    {
        _plain.Forget(texture);
        _layered.Forget(texture);
        _pictures.Forget(texture);
    }
}
