using System.Collections.Immutable;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads KHR_materials_variants.</summary>
internal static class VariantReader
{
    /// <summary>The variants' names.</summary>
    public static string[] Names(GltfSource source) =>
        source.Json.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("KHR_materials_variants", out var extension)
            ? [.. extension.GetProperty("variants").EnumerateArray().Select(v => v.GetProperty("name").GetString()!)]
            : [];

    /// <summary>The variants, once all meshes have been read.</summary>
    public static ImmutableArray<MaterialVariant> Read(GltfSource source, MaterialSlots materials) =>
        [.. Names(source).Select((name, i) => new MaterialVariant(name, materials.UnderVariant(i)))];
}
