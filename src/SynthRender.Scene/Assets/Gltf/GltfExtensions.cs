using System.Collections.Frozen;
using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Which glTF extensions are read, and what happens with the others.</summary>
internal static class GltfExtensions
{
    /// <summary>The extensions that a file may require.</summary>
    public static FrozenSet<string> Supported { get; } = FrozenSet.ToFrozenSet(
    [
        "KHR_lights_punctual", "KHR_materials_unlit", "KHR_materials_emissive_strength", "KHR_materials_variants",
        "KHR_materials_pbrSpecularGlossiness", "KHR_materials_ior", "KHR_materials_specular", "KHR_materials_clearcoat",
        "KHR_materials_sheen", "KHR_materials_transmission", "KHR_materials_volume", "KHR_mesh_quantization", "KHR_texture_transform",
        "EXT_texture_webp", "EXT_mesh_gpu_instancing",
    ], StringComparer.Ordinal);

    // What these say has no effect on a picture.
    private static readonly FrozenSet<string> Invisible = FrozenSet.ToFrozenSet(["KHR_xmp", "KHR_xmp_json_ld", "EXT_mesh_features", "EXT_structural_metadata", "EXT_instance_features"], StringComparer.Ordinal);

    /// <summary>Refuses a file that requires what is not supported, and notes what it only uses.</summary>
    /// <exception cref="AssetException">A required extension is not supported.</exception>
    public static void Check(GltfSource source)
    {
        foreach (var (name, index) in Names(source.Json, "extensionsRequired"))
            if (!Supported.Contains(name))
                throw new AssetException(source.File, $"extensionsRequired[{index}]",
                    $"the file requires the extension '{name}', which is not supported. Supported are {string.Join(", ", Supported.Order(StringComparer.Ordinal))}. "
                    + "Export it again without that extension.");
        foreach (var (name, index) in Names(source.Json, "extensionsUsed"))
            if (!Supported.Contains(name) && !Invisible.Contains(name))
                source.LeaveOut($"extensionsUsed[{index}]", $"the optional extension '{name}' is not supported; what it says is ignored.");
    }

    private static IEnumerable<(string Name, int Index)> Names(JsonElement root, string member) =>
        root.TryGetProperty(member, out var list) ? list.EnumerateArray().Select((name, index) => (name.GetString()!, index)) : [];
}
