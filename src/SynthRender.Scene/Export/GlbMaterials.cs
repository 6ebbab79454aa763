using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using SkiaSharp;
using SynthRender.Materials;

namespace SynthRender.Export;

/// <summary>Materials, textures, images and samplers of a .glb; what several models share is written once.</summary>
internal sealed class GlbMaterials(GlbBuffer buffer)
{
    private readonly Dictionary<Material, int> _materials = [];
    private readonly Dictionary<TextureImage, int> _images = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Image, TextureWrap U, TextureWrap V, bool Linear, bool Mipmaps), int> _textures = [];

    public JsonArray Materials { get; } = [];

    public JsonArray Textures { get; } = [];

    public JsonArray Images { get; } = [];

    public JsonArray Samplers { get; } = [];

    /// <summary>What is not in the file.</summary>
    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Extensions { get; } = new(StringComparer.Ordinal);

    public int Add(Material material)
    {
        if (_materials.TryGetValue(material, out var index)) return index;
        var surface = new JsonObject
        {
            ["baseColorFactor"] = Numbers(Vector4.Clamp(material.BaseColorFactor, Vector4.Zero, Vector4.One)),
            ["metallicFactor"] = material.MetallicFactor,
            ["roughnessFactor"] = material.RoughnessFactor,
        };
        Put(surface, "baseColorTexture", material.BaseColorTexture);
        Put(surface, "metallicRoughnessTexture", material.MetallicRoughnessTexture);
        var json = new JsonObject { ["name"] = material.Name, ["pbrMetallicRoughness"] = surface };
        Put(json, "normalTexture", material.NormalTexture, "scale", material.NormalScale);
        Put(json, "occlusionTexture", material.OcclusionTexture, "strength", material.OcclusionStrength);
        Put(json, "emissiveTexture", material.EmissiveTexture);
        if (material.AlphaMode != AlphaMode.Opaque) json["alphaMode"] = material.AlphaMode == AlphaMode.Mask ? "MASK" : "BLEND";
        if (material.AlphaMode == AlphaMode.Mask) json["alphaCutoff"] = material.AlphaCutoff;
        if (material.DoubleSided) json["doubleSided"] = true;
        var extensions = new JsonObject();
        if (material.Unlit) Extend(extensions, "KHR_materials_unlit", []);
        Emit(json, extensions, material.EmissiveFactor);
        AddDielectric(extensions, material);
        AddLayers(extensions, material);
        AddTransmission(extensions, material);
        if (extensions.Count > 0) json["extensions"] = extensions;
        Materials.Add(json);
        _materials.Add(material, Materials.Count - 1);
        return Materials.Count - 1;
    }

    private void Emit(JsonObject json, JsonObject extensions, Vector3 radiance)
    {
        if (radiance == Vector3.Zero) return;
        // The factor alone reaches 1.
        var strength = MathF.Max(1, MathF.Max(radiance.X, MathF.Max(radiance.Y, radiance.Z)));
        json["emissiveFactor"] = GlbBuffer.Numbers(radiance / strength);
        if (strength > 1) Extend(extensions, "KHR_materials_emissive_strength", new JsonObject { ["emissiveStrength"] = strength });
    }

    private void AddDielectric(JsonObject extensions, Material material)
    {
        if (material.IndexOfRefraction != 1.5f) Extend(extensions, "KHR_materials_ior", new JsonObject { ["ior"] = material.IndexOfRefraction });
        if (material is { SpecularFactor: 1, SpecularTexture: null, SpecularColorTexture: null } && material.SpecularColorFactor == Vector3.One) return;
        var specular = new JsonObject
        {
            ["specularFactor"] = material.SpecularFactor,
            ["specularColorFactor"] = GlbBuffer.Numbers(material.SpecularColorFactor),
        };
        Put(specular, "specularTexture", material.SpecularTexture);
        Put(specular, "specularColorTexture", material.SpecularColorTexture);
        Extend(extensions, "KHR_materials_specular", specular);
    }

    private void AddLayers(JsonObject extensions, Material material)
    {
        if (material.ClearcoatFactor > 0)
        {
            var coat = new JsonObject
            {
                ["clearcoatFactor"] = material.ClearcoatFactor,
                ["clearcoatRoughnessFactor"] = material.ClearcoatRoughnessFactor,
            };
            Put(coat, "clearcoatTexture", material.ClearcoatTexture);
            Put(coat, "clearcoatRoughnessTexture", material.ClearcoatRoughnessTexture);
            Put(coat, "clearcoatNormalTexture", material.ClearcoatNormalTexture, "scale", material.ClearcoatNormalScale);
            Extend(extensions, "KHR_materials_clearcoat", coat);
        }

        if (material.SheenColorFactor == Vector3.Zero) return;
        var sheen = new JsonObject
        {
            ["sheenColorFactor"] = GlbBuffer.Numbers(material.SheenColorFactor),
            ["sheenRoughnessFactor"] = material.SheenRoughnessFactor,
        };
        Put(sheen, "sheenColorTexture", material.SheenColorTexture);
        Put(sheen, "sheenRoughnessTexture", material.SheenRoughnessTexture);
        Extend(extensions, "KHR_materials_sheen", sheen);
    }

    private void AddTransmission(JsonObject extensions, Material material)
    {
        if (material.TransmissionFactor <= 0) return;
        var transmission = new JsonObject { ["transmissionFactor"] = material.TransmissionFactor };
        Put(transmission, "transmissionTexture", material.TransmissionTexture);
        Extend(extensions, "KHR_materials_transmission", transmission);
        if (material.ThicknessFactor <= 0) return;
        var volume = new JsonObject
        {
            ["thicknessFactor"] = material.ThicknessFactor,
            ["attenuationColor"] = GlbBuffer.Numbers(material.AttenuationColor),
        };
        if (float.IsFinite(material.AttenuationDistance)) volume["attenuationDistance"] = material.AttenuationDistance;
        Put(volume, "thicknessTexture", material.ThicknessTexture);
        Extend(extensions, "KHR_materials_volume", volume);
    }

    private void Extend(JsonObject extensions, string name, JsonObject value)
    {
        extensions[name] = value;
        Extensions.Add(name);
    }

    private void Put(JsonObject owner, string name, TextureSlot? slot, string? factorName = null, float factor = 1)
    {
        if (slot is null) return;
        var json = new JsonObject { ["index"] = Texture(slot) };
        if (slot.TexCoord != 0) json["texCoord"] = slot.TexCoord;
        if (factorName is not null && factor != 1) json[factorName] = factor;
        if (slot.Offset != Vector2.Zero || slot.Rotation != 0 || slot.Scale != Vector2.One)
        {
            var extensions = new JsonObject();
            Extend(extensions, "KHR_texture_transform", new JsonObject
            {
                ["offset"] = new JsonArray(slot.Offset.X, slot.Offset.Y),
                ["rotation"] = slot.Rotation,
                ["scale"] = new JsonArray(slot.Scale.X, slot.Scale.Y),
            });
            json["extensions"] = extensions;
        }

        owner[name] = json;
    }

    private int Texture(TextureSlot slot)
    {
        var key = (Image(slot.Image), slot.WrapU, slot.WrapV, slot.Linear, slot.Mipmaps);
        if (_textures.TryGetValue(key, out var index)) return index;
        Samplers.Add(new JsonObject
        {
            ["magFilter"] = slot.Linear ? 9729 : 9728,
            ["minFilter"] = (slot.Linear, slot.Mipmaps) switch { (true, true) => 9987, (true, false) => 9729, (false, true) => 9984, _ => 9728 },
            ["wrapS"] = Wrap(slot.WrapU),
            ["wrapT"] = Wrap(slot.WrapV),
        });
        Textures.Add(new JsonObject { ["sampler"] = Samplers.Count - 1, ["source"] = key.Item1 });
        _textures.Add(key, Textures.Count - 1);
        return Textures.Count - 1;
    }

    private int Image(TextureImage image)
    {
        if (_images.TryGetValue(image, out var index)) return index;
        if (image.Procedural is { } made) Warnings.Add($"The texture '{made.Family}' is made on the device; the file has white in its place.");
        using var pixels = SKImage.FromPixelCopy(
            new SKImageInfo(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul), MemoryMarshal.AsBytes(image.Rgba.Span));
        using var png = pixels.Encode(SKEncodedImageFormat.Png, 100);
        Images.Add(new JsonObject { ["name"] = image.Name, ["mimeType"] = "image/png", ["bufferView"] = buffer.Blob(png.AsSpan()) });
        _images.Add(image, Images.Count - 1);
        return Images.Count - 1;
    }

    private static int Wrap(TextureWrap wrap) => wrap switch
    {
        TextureWrap.ClampToEdge => 33071,
        TextureWrap.MirroredRepeat => 33648,
        _ => 10497,
    };

    private static JsonArray Numbers(Vector4 v) => [v.X, v.Y, v.Z, v.W];
}
