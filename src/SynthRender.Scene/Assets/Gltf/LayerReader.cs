using System.Numerics;
using System.Text.Json;
using Material = SynthRender.Materials.Material;
using Source = SharpGLTF.Schema2.Material;
using TextureSlot = SynthRender.Materials.TextureSlot;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Reads what the extensions KHR_materials_ior, _specular, _clearcoat, _sheen, _transmission and _volume add to a material. Their JSON
/// has been checked by <see cref="GltfSchema"/>.
/// </summary>
/// <param name="document">The file.</param>
/// <param name="textures">Its images.</param>
internal sealed class LayerReader(GltfDocument document, TextureReader textures)
{
    /// <summary>The material with its layers.</summary>
    /// <param name="material">As read so far.</param>
    /// <param name="source">SharpGLTF's view of it.</param>
    /// <param name="json">The material in the file.</param>
    /// <param name="sets">The UV sets that it shows.</param>
    /// <param name="element">For messages.</param>
    /// <exception cref="AssetException">A value is outside its range, a texture is missing or broken.</exception>
    public Material Read(Material material, Source source, JsonElement json, UvSets sets, string element)
    {
        if (!json.TryGetProperty("extensions", out var extensions)) return material;
        var path = $"{element}.extensions";
        if (extensions.TryGetProperty("KHR_materials_ior", out var ior)) material = Index(material, ior, $"{path}.KHR_materials_ior");
        if (extensions.TryGetProperty("KHR_materials_specular", out var specular))
            material = Specular(material, source, specular, sets, $"{path}.KHR_materials_specular");
        if (extensions.TryGetProperty("KHR_materials_clearcoat", out var clearcoat))
            material = Clearcoat(material, source, clearcoat, sets, $"{path}.KHR_materials_clearcoat");
        if (extensions.TryGetProperty("KHR_materials_sheen", out var sheen)) material = Sheen(material, source, sheen, sets, $"{path}.KHR_materials_sheen");
        if (extensions.TryGetProperty("KHR_materials_transmission", out var transmission))
            material = Transmission(material, source, transmission, sets, $"{path}.KHR_materials_transmission");
        if (extensions.TryGetProperty("KHR_materials_volume", out var volume)) material = Volume(material, source, volume, sets, $"{path}.KHR_materials_volume");
        return material;
    }

    private static float Number(JsonElement json, string name, float otherwise) =>
        json.TryGetProperty(name, out var value) ? (float)value.GetDouble() : otherwise;

    private static Vector3 Color(JsonElement json, string name, Vector3 otherwise) =>
        json.TryGetProperty(name, out var value) ? GltfJson.Triple(value) : otherwise;

    private Material Index(Material material, JsonElement json, string element)
    {
        var index = Number(json, "ior", 1.5f);
        return index is 0 or >= 1
            ? material with { IndexOfRefraction = index }
            : throw document.Source.Fault($"{element}.ior", $"found {index}, expected 0 or a number of at least 1.");
    }

    private Material Specular(Material material, Source source, JsonElement json, UvSets sets, string element) => material with
    {
        SpecularFactor = Number(json, "specularFactor", 1),
        SpecularTexture = Texture(source, sets, "SpecularFactor", $"{element}.specularTexture"),
        SpecularColorFactor = Color(json, "specularColorFactor", Vector3.One),
        SpecularColorTexture = Texture(source, sets, "SpecularColor", $"{element}.specularColorTexture"),
    };

    private Material Clearcoat(Material material, Source source, JsonElement json, UvSets sets, string element) => material with
    {
        ClearcoatFactor = Number(json, "clearcoatFactor", 0),
        ClearcoatTexture = Texture(source, sets, "ClearCoat", $"{element}.clearcoatTexture"),
        ClearcoatRoughnessFactor = Number(json, "clearcoatRoughnessFactor", 0),
        ClearcoatRoughnessTexture = Texture(source, sets, "ClearCoatRoughness", $"{element}.clearcoatRoughnessTexture"),
        ClearcoatNormalTexture = Texture(source, sets, "ClearCoatNormal", $"{element}.clearcoatNormalTexture"),
        ClearcoatNormalScale = json.TryGetProperty("clearcoatNormalTexture", out var normal) ? Number(normal, "scale", 1) : 1,
    };

    private Material Sheen(Material material, Source source, JsonElement json, UvSets sets, string element) => material with
    {
        SheenColorFactor = Color(json, "sheenColorFactor", Vector3.Zero),
        SheenColorTexture = Texture(source, sets, "SheenColor", $"{element}.sheenColorTexture"),
        SheenRoughnessFactor = Number(json, "sheenRoughnessFactor", 0),
        SheenRoughnessTexture = Texture(source, sets, "SheenRoughness", $"{element}.sheenRoughnessTexture"),
    };

    private Material Transmission(Material material, Source source, JsonElement json, UvSets sets, string element) => material with
    {
        TransmissionFactor = Number(json, "transmissionFactor", 0),
        TransmissionTexture = Texture(source, sets, "Transmission", $"{element}.transmissionTexture"),
    };

    private Material Volume(Material material, Source source, JsonElement json, UvSets sets, string element) => material with
    {
        ThicknessFactor = Number(json, "thicknessFactor", 0),
        ThicknessTexture = Texture(source, sets, "VolumeThickness", $"{element}.thicknessTexture"),
        AttenuationDistance = Number(json, "attenuationDistance", float.PositiveInfinity),
        AttenuationColor = Color(json, "attenuationColor", Vector3.One),
    };

    private TextureSlot? Texture(Source source, UvSets sets, string channel, string element) => textures.Read(source.FindChannel(channel), sets, element);
}
