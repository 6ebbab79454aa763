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

    /// <summary>The material at an index.</summary>
    /// <exception cref="AssetException">A texture of it is missing or broken.</exception>
    public Material Read(int index)
    {
        var source = _document.Root.LogicalMaterials[index];
        var json = _document.Source.Element("materials", index);
        var element = $"materials[{index}]";
        var (baseColor, metallic) = (source.FindChannel("BaseColor"), source.FindChannel("MetallicRoughness"));
        var (normal, occlusion, emissive) = (source.FindChannel("Normal"), source.FindChannel("Occlusion"), source.FindChannel("Emissive"));
        var material = new Material
        {
            Name = string.IsNullOrEmpty(source.Name) ? element : source.Name,
            BaseColorFactor = baseColor?.Color ?? Vector4.One,
            BaseColorTexture = _textures.Read(baseColor, $"{element}.pbrMetallicRoughness.baseColorTexture"),
            MetallicFactor = metallic?.GetFactor("MetallicFactor") ?? 1,
            RoughnessFactor = metallic?.GetFactor("RoughnessFactor") ?? 1,
            MetallicRoughnessTexture = _textures.Read(metallic, $"{element}.pbrMetallicRoughness.metallicRoughnessTexture"),
            NormalTexture = _textures.Read(normal, $"{element}.normalTexture"),
            NormalScale = normal?.GetFactor("NormalScale") ?? 1,
            OcclusionTexture = _textures.Read(occlusion, $"{element}.occlusionTexture"),
            OcclusionStrength = occlusion?.GetFactor("OcclusionStrength") ?? 1,
            EmissiveFactor = Emission(json),
            EmissiveTexture = _textures.Read(emissive, $"{element}.emissiveTexture"),
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
        material = _layers.Read(material, source, json, element);
        if (source.FindChannel("SpecularGlossiness") is not { } gloss) return material;
        if (json.TryGetProperty("pbrMetallicRoughness", out _))
        {
            _document.Source.Warn($"{element}.extensions.KHR_materials_pbrSpecularGlossiness",
                "is ignored, since the material has metallic-roughness values too.");
            return material;
        }

        _document.Source.Warn($"{element}.extensions.KHR_materials_pbrSpecularGlossiness",
            "is converted to metallic-roughness, which looks nearly the same.");
        var diffuse = source.FindChannel("Diffuse");
        return SpecularGlossiness.Convert(material, new SpecularGlossiness(
            diffuse?.Color ?? Vector4.One,
            _textures.Read(diffuse, $"{element}.extensions.KHR_materials_pbrSpecularGlossiness.diffuseTexture"),
            Factor(json, "specularFactor") ?? Vector3.One,
            gloss.GetFactor("GlossinessFactor"),
            _textures.Read(gloss, $"{element}.extensions.KHR_materials_pbrSpecularGlossiness.specularGlossinessTexture")));
    }

    private static Vector3 Emission(JsonElement json)
    {
        var factor = json.TryGetProperty("emissiveFactor", out var value) ? GltfJson.Triple(value) : Vector3.Zero;
        var strength = json.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("KHR_materials_emissive_strength", out var extension)
            && extension.TryGetProperty("emissiveStrength", out var number) ? (float)number.GetDouble() : 1;
        return factor * strength;
    }

    private static Vector3? Factor(JsonElement material, string name) =>
        material.GetProperty("extensions").GetProperty("KHR_materials_pbrSpecularGlossiness").TryGetProperty(name, out var value) ? GltfJson.Triple(value) : null;
}
