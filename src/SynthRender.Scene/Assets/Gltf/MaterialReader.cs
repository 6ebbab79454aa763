using System.Numerics;
using System.Text.Json;
using SharpGLTF.Schema2;
using Material = SynthRender.Materials.Material;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads metallic-roughness materials and the extensions on them.</summary>
internal sealed class MaterialReader
{
    private readonly GltfDocument _document;
    private readonly TextureReader _textures;
    private readonly LayerReader _layers;

    /// <summary>A reader of a file's materials; it decodes each image once.</summary>
    /// <param name="document">The file.</param>
    public MaterialReader(GltfDocument document)
    {
        _document = document;
        _textures = new TextureReader(document);
        _layers = new LayerReader(document, _textures);
    }

    /// <summary>The material at an index, and the UV sets that it shows.</summary>
    /// <exception cref="AssetException">A texture of it is missing or broken.</exception>
    public (Material Material, UvSets Sets) Read(int index)
    {
        var source = _document.Root.LogicalMaterials[index];
        var json = _document.Source.Element("materials", index);
        var element = $"materials[{index}]";
        var sets = UvSets.Of(json);
        var (baseColor, metallic) = (source.FindChannel("BaseColor"), source.FindChannel("MetallicRoughness"));
        var (normal, occlusion, emissive) = (source.FindChannel("Normal"), source.FindChannel("Occlusion"), source.FindChannel("Emissive"));
        var material = new Material
        {
            Name = string.IsNullOrEmpty(source.Name) ? element : source.Name,
            BaseColorFactor = baseColor?.Color ?? Vector4.One,
            BaseColorTexture = _textures.Read(baseColor, sets, $"{element}.pbrMetallicRoughness.baseColorTexture"),
            MetallicFactor = metallic?.GetFactor("MetallicFactor") ?? 1,
            RoughnessFactor = metallic?.GetFactor("RoughnessFactor") ?? 1,
            MetallicRoughnessTexture = _textures.Read(metallic, sets, $"{element}.pbrMetallicRoughness.metallicRoughnessTexture"),
            NormalTexture = _textures.Read(normal, sets, $"{element}.normalTexture"),
            NormalScale = normal?.GetFactor("NormalScale") ?? 1,
            OcclusionTexture = _textures.Read(occlusion, sets, $"{element}.occlusionTexture"),
            OcclusionStrength = occlusion?.GetFactor("OcclusionStrength") ?? 1,
            EmissiveFactor = Emission(json),
            EmissiveTexture = _textures.Read(emissive, sets, $"{element}.emissiveTexture"),
            AlphaMode = source.Alpha switch
            {
                AlphaMode.MASK => Materials.AlphaMode.Mask,
                AlphaMode.BLEND => Materials.AlphaMode.Blend,
                _ => Materials.AlphaMode.Opaque,
            },
            AlphaCutoff = source.AlphaCutoff,
            DoubleSided = source.DoubleSided,
            Unlit = source.Unlit,
        };
        material = _layers.Read(material, source, json, sets, element);
        return (json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty(SpecularGlossiness.Extension, out var gloss)
            ? SpecularGlossiness.Apply(material, source, gloss, sets, $"{element}.extensions.{SpecularGlossiness.Extension}", _textures)
            : material, sets);
    }

    private static Vector3 Emission(JsonElement json)
    {
        var factor = json.TryGetProperty("emissiveFactor", out var value) ? GltfJson.Triple(value) : Vector3.Zero;
        var strength = json.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("KHR_materials_emissive_strength", out var extension)
            && extension.TryGetProperty("emissiveStrength", out var number) ? (float)number.GetDouble() : 1;
        return factor * strength;
    }
}
