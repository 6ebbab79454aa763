using System.Text.Json.Nodes;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Takes empty arrays out of a document. glTF forbids them, many exporters write them (<c>"children": []</c>), they mean the same as
/// nothing, and SharpGLTF stops at them.
/// </summary>
internal static class EmptyArrays
{
    /// <summary>The document without members that are empty arrays; extras are left alone.</summary>
    public static string Remove(string json)
    {
        var root = JsonNode.Parse(json)!;
        RemoveIn(root);
        return root.ToJsonString();
    }

    private static void RemoveIn(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array) RemoveIn(item);
                break;
            case JsonObject members:
                foreach (var name in members.Where(m => m.Key != "extras" && m.Value is JsonArray { Count: 0 }).Select(m => m.Key).ToList()) members.Remove(name);
                foreach (var (name, value) in members)
                    if (name != "extras") RemoveIn(value);
                break;
        }
    }
}
