using System.Globalization;
using System.Text.Json.Nodes;

namespace SynthRender.Assets.Gltf;

/// <summary>Changes a document before SharpGLTF sees it.</summary>
internal static class DocumentPreparation
{
    /// <summary>The name under which SharpGLTF is handed a buffer.</summary>
    public static string BufferName(int index) => string.Create(CultureInfo.InvariantCulture, $"buffer{index}.bin");

    /// <summary>The name under which SharpGLTF is handed an image.</summary>
    public static string ImageName(int index) => string.Create(CultureInfo.InvariantCulture, $"image{index}.png");

    /// <summary>Gives every reference a plain name: what they refer to has been read already, with the care that they need.</summary>
    public static string NameReferences(string json)
    {
        var root = JsonNode.Parse(json)!;
        NameReferences(root);
        return root.ToJsonString();
    }

    /// <summary>
    /// As <see cref="NameReferences(string)"/>, and takes out members that are empty arrays or objects. glTF forbids them, many exporters
    /// write them (<c>"children": []</c>), they mean the same as nothing, and SharpGLTF stops at them.
    /// </summary>
    public static string NameReferencesAndRemoveEmpty(string json)
    {
        var root = JsonNode.Parse(json)!;
        NameReferences(root);
        RemoveEmpty(root);
        return root.ToJsonString();
    }

    private static void NameReferences(JsonNode root)
    {
        Rename(root["buffers"], BufferName);
        Rename(root["images"], ImageName);
    }

    private static void Rename(JsonNode? collection, Func<int, string> name)
    {
        if (collection is not JsonArray elements) return;
        for (var i = 0; i < elements.Count; i++)
            if (elements[i]!["uri"] is not null) elements[i]!["uri"] = name(i);
    }

    private static void RemoveEmpty(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array) RemoveEmpty(item);
                break;
            case JsonObject members:
                foreach (var name in members.Where(m => m.Key != "extras" && m.Value is JsonArray { Count: 0 }).Select(m => m.Key).ToList()) members.Remove(name);
                if (members["extensions"] is JsonObject { Count: 0 }) members.Remove("extensions");
                foreach (var (name, value) in members)
                    if (name != "extras") RemoveEmpty(value);
                break;
        }
    }
}
