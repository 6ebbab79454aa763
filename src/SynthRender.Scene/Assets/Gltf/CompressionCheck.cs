using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Refuses geometry that is there only in the form of an extension that is not read. A file that merely uses such an extension should
/// hold an uncompressed copy as well; many do not, and would be read as nothing.
/// </summary>
internal static class CompressionCheck
{
    private static readonly string[] ViewCompressions = ["EXT_meshopt_compression", "KHR_meshopt_compression"];

    /// <summary>Checks primitives and buffers.</summary>
    /// <exception cref="AssetException">Some are there in compressed form only; the message names the extension.</exception>
    public static void Check(GltfSource source)
    {
        for (var m = 0; m < source.Elements("meshes").Length; m++)
        {
            var p = 0;
            foreach (var primitive in source.Element("meshes", m).GetProperty("primitives").EnumerateArray())
                CheckPrimitive(source, primitive, $"meshes[{m}].primitives[{p++}]");
        }

        for (var b = 0; b < source.Elements("buffers").Length; b++) CheckBuffer(source, b);
    }

    private static void CheckPrimitive(GltfSource source, JsonElement primitive, string element)
    {
        if (!primitive.TryGetProperty("extensions", out var extensions) || !primitive.GetProperty("attributes").TryGetProperty("POSITION", out var index)) return;
        var positions = source.Element("accessors", (int)index.GetDouble());
        if (positions.TryGetProperty("bufferView", out _) || positions.TryGetProperty("sparse", out _)) return;
        foreach (var extension in extensions.EnumerateObject())
            if (!GltfExtensions.Supported.Contains(extension.Name)) throw Fault(source, $"{element}.extensions.{extension.Name}", extension.Name);
    }

    private static void CheckBuffer(GltfSource source, int index)
    {
        var buffer = source.Element("buffers", index);
        if (buffer.TryGetProperty("uri", out _) || (index == 0 && source.Binary is not null && !IsPlaceholder(buffer))) return;
        for (var v = 0; v < source.Elements("bufferViews").Length; v++)
        {
            var view = source.Element("bufferViews", v);
            if (GltfJson.Whole(view, "buffer") != index || !view.TryGetProperty("extensions", out var extensions)) continue;
            foreach (var name in ViewCompressions)
                if (extensions.TryGetProperty(name, out _)) throw Fault(source, $"bufferViews[{v}].extensions.{name}", name);
        }
    }

    private static bool IsPlaceholder(JsonElement buffer) => buffer.TryGetProperty("extensions", out var extensions)
        && ViewCompressions.Any(name => extensions.TryGetProperty(name, out var extension)
            && extension.TryGetProperty("fallback", out var fallback) && fallback.ValueKind == JsonValueKind.True);

    private static AssetException Fault(GltfSource source, string element, string extension) => source.Fault(element,
        $"the geometry is there only in the form of '{extension}', which is not read. Export the model again without compression.");
}
