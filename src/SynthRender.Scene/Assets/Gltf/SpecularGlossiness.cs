using System.Numerics;
using System.Text.Json;
using Material = SynthRender.Materials.Material;
using Source = SharpGLTF.Schema2.Material;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Reads KHR_materials_pbrSpecularGlossiness, which takes the place of the metallic-roughness values. Its surface is one without
/// metal: the diffuse colour under a layer that reflects the specular colour straight on. KHR_materials_specular describes the same
/// one with an infinite index of refraction (an index of 0) and the specular colour as its tint, so that nothing is approximated.
/// What the extension takes from the diffuse light by 1 − max(specular) the layer takes by what it reflects.
/// </summary>
internal static class SpecularGlossiness
{
    /// <summary>The extension's name.</summary>
    public const string Extension = "KHR_materials_pbrSpecularGlossiness";

    /// <summary>The material with what the extension says.</summary>
    /// <param name="material">As read so far.</param>
    /// <param name="source">SharpGLTF's view of it.</param>
    /// <param name="json">The extension, whose shape has been checked.</param>
    /// <param name="sets">The UV sets that the material shows.</param>
    /// <param name="element">Where the extension stands.</param>
    /// <param name="textures">The file's images.</param>
    /// <exception cref="AssetException">A texture is missing or broken.</exception>
    public static Material Apply(Material material, Source source, JsonElement json, UvSets sets, string element, TextureReader textures)
    {
        var diffuse = json.TryGetProperty("diffuseFactor", out var factor)
            ? new Vector4(GltfJson.Triple(factor), (float)factor[3].GetDouble()) : Vector4.One;
        var specular = json.TryGetProperty("specularFactor", out var tint) ? GltfJson.Triple(tint) : Vector3.One;
        var glossiness = json.TryGetProperty("glossinessFactor", out var gloss) ? (float)gloss.GetDouble() : 1;
        var texture = textures.Read(source.FindChannel("SpecularGlossiness"), sets, $"{element}.specularGlossinessTexture");
        material = material with
        {
            BaseColorFactor = diffuse,
            BaseColorTexture = textures.Read(source.FindChannel("Diffuse"), sets, $"{element}.diffuseTexture"),
            MetallicFactor = 0,
            RoughnessFactor = 1 - glossiness,
            MetallicRoughnessTexture = null,
            SpecularFactor = 1,
            SpecularTexture = null,
        };
        if (texture is null && specular.X == specular.Y && specular.Y == specular.Z)
            return material with { IndexOfRefraction = Index(specular.X), SpecularColorFactor = Vector3.One, SpecularColorTexture = null };
        material = material with { IndexOfRefraction = 0, SpecularColorFactor = specular, SpecularColorTexture = texture };
        return texture is null || textures.Roughness(texture.Image, glossiness, $"{element}.specularGlossinessTexture") is not { } roughness
            ? material
            : material with { RoughnessFactor = 1, MetallicRoughnessTexture = texture with { Image = roughness } };
    }

    // The index of a dielectric that reflects so much straight on; infinite, which is written 0, for a mirror.
    private static float Index(float reflectance) => reflectance >= 1 ? 0 : (1 + MathF.Sqrt(reflectance)) / (1 - MathF.Sqrt(reflectance));
}
