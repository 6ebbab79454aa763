using System.Security.Cryptography;
using System.Text.Json;
using SynthRender.Assets.Gltf;
using SynthRender.Assets.Json;

namespace SynthRender.Assets.LabelFiles;

/// <summary>Where a model's `synthrender` object was found.</summary>
/// <param name="Value">The object.</param>
/// <param name="Path">Where it sits in its document.</param>
/// <param name="Context">Its document, for messages.</param>
/// <param name="Hash">SHA-256 of the sidecar file, or null when the object is in the model's own extras.</param>
internal sealed record LabelSource(JsonElement Value, JsonPath Path, ShapeContext Context, byte[]? Hash)
{
    private const string Key = "synthrender";

    /// <summary>The labels of a model: its sidecar NAME.labels.json, else the extras of scene, asset, document or first root node; null when there are none.</summary>
    /// <exception cref="AssetException">The sidecar cannot be read.</exception>
    public static LabelSource? Find(GltfSource source, NodeTree tree)
    {
        var extras = InExtras(source, tree);
        if (Sidecar(source) is not { } sidecar) return extras;
        if (extras is not null) source.Warn(extras.Path.ToString(),
            $"is ignored in favour of {System.IO.Path.GetFileName(sidecar.Context.File)}.");
        return sidecar;
    }

    private static LabelSource? InExtras(GltfSource source, NodeTree tree)
    {
        var (json, root) = (source.Json, JsonPath.Root);
        var places = new List<(JsonElement Owner, JsonPath Path)>();
        if (json.TryGetProperty("scenes", out var scenes) && scenes.GetArrayLength() > 0)
        {
            var scene = (int)GltfJson.Whole(json, "scene");
            places.Add((scenes[scene], root.Member("scenes").Item(scene)));
        }

        places.Add((json.GetProperty("asset"), root.Member("asset")));
        places.Add((json, root));
        if (tree.Nodes.Count > 0) places.Add((json.GetProperty("nodes")[tree.Nodes[0].Gltf], root.Member("nodes").Item(tree.Nodes[0].Gltf)));
        foreach (var (owner, path) in places)
            if (owner.TryGetProperty("extras", out var extras) && extras.ValueKind == JsonValueKind.Object && extras.TryGetProperty(Key, out var value))
                return new LabelSource(value, path.Member("extras").Member(Key), new ShapeContext(source.File, json), null);
        return null;
    }

    private static LabelSource? Sidecar(GltfSource source)
    {
        var file = System.IO.Path.ChangeExtension(source.File, ".labels.json");
        if (source.IsInMemory || !File.Exists(file)) return null;
        try
        {
            var bytes = File.ReadAllBytes(file);
            var json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0)).RootElement;
            var wrapped = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(Key, out _);
            if (wrapped) Shape.ClosedObject((Key, Shape.Anything)).Check(json, JsonPath.Root, new ShapeContext(file, json));
            return new LabelSource(
                wrapped ? json.GetProperty(Key) : json, wrapped ? JsonPath.Root.Member(Key) : JsonPath.Root, new ShapeContext(file, json), SHA256.HashData(bytes));
        }
        catch (JsonException e)
        {
            throw new AssetException(file, "", $"the JSON is broken at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssetException(file, "", $"cannot be read: {e.Message}", e);
        }
    }
}
