using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Makes the document that SharpGLTF is handed: what it is needed for (vertices, materials and what these refer to), without the
/// container, in the spelling that it understands. Everything else is read from the file itself, so that a fault there is met with
/// knowledge of what it means for the picture.
/// </summary>
internal static class DocumentPreparation
{
    // Above this, a whole number need not be exact as a double.
    private const double MostExact = 1L << 53;

    private static readonly string[] Members =
        ["buffers", "bufferViews", "accessors", "meshes", "materials", "textures", "images", "samplers", "extensionsUsed"];

    /// <summary>The name under which SharpGLTF is handed a buffer.</summary>
    public static string BufferName(int index) => string.Create(CultureInfo.InvariantCulture, $"buffer{index}.bin");

    /// <summary>The name under which SharpGLTF is handed an image.</summary>
    public static string ImageName(int index) => string.Create(CultureInfo.InvariantCulture, $"image{index}.png");

    /// <summary>
    /// The document as text. Every buffer and image has a plain name: what they refer to has been read already, with the care that
    /// they need. Whole numbers written as 3.0 or 1e2, which JSON Schema allows, are written as integers.
    /// </summary>
    /// <param name="json">The file's document; its shape has been checked.</param>
    /// <param name="removeEmpty">
    /// True takes out members that are empty arrays or objects. glTF forbids them, many exporters write them (<c>"children": []</c>),
    /// they mean the same as nothing, and SharpGLTF stops at them.
    /// </param>
    public static byte[] ForSharpGltf(JsonElement json, bool removeEmpty)
    {
        var root = new JsonObject { ["asset"] = new JsonObject { ["version"] = "2.0" } };
        foreach (var name in Members)
            if (json.TryGetProperty(name, out var value)) root[name] = JsonNode.Parse(value.GetRawText());
        Rename(root["buffers"], BufferName);
        Rename(root["images"], ImageName);
        // Which image a texture shows is read from the file, by TextureReader.
        if (root["textures"] is JsonArray textures)
            foreach (var texture in textures) texture!.AsObject().Remove("extensions");
        Normalize(root, removeEmpty);
        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static void Rename(JsonNode? collection, Func<int, string> name)
    {
        if (collection is not JsonArray elements) return;
        for (var i = 0; i < elements.Count; i++)
        {
            elements[i]!["uri"] = name(i);
            elements[i]!.AsObject().Remove("bufferView");
            elements[i]!.AsObject().Remove("mimeType");
        }
    }

    private static void Normalize(JsonNode? node, bool removeEmpty)
    {
        switch (node)
        {
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                    if (Whole(array[i]) is { } item) array[i] = item;
                    else Normalize(array[i], removeEmpty);
                break;
            case JsonObject members:
                members.Remove("extras");
                foreach (var (name, value) in members.ToList())
                    if (removeEmpty && (value is JsonArray { Count: 0 } || (name == "extensions" && value is JsonObject { Count: 0 }))) members.Remove(name);
                    else if (Whole(value) is { } number) members[name] = number;
                    else Normalize(value, removeEmpty);
                break;
        }
    }

    // The integer that a number stands for, where it is spelt otherwise.
    private static JsonValue? Whole(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || value.TryGetValue<long>(out _)) return null;
        return value.TryGetValue<double>(out var number) && number == Math.Floor(number) && Math.Abs(number) <= MostExact
            ? JsonValue.Create((long)number)
            : null;
    }
}
