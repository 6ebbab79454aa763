using System.Text.Json;

namespace SynthRender.Assets.Json;

/// <summary>The document that shapes are checked in: it knows its file and how long its collections are.</summary>
/// <param name="file">For messages.</param>
/// <param name="root">The whole document.</param>
internal sealed class ShapeContext(string file, JsonElement root)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The file, for messages.</summary>
    public string File => file;

    /// <summary>Length of a collection such as "nodes" or "extensions.KHR_lights_punctual.lights"; 0 when there is none.</summary>
    public int Count(string collection)
    {
        if (_counts.TryGetValue(collection, out var count)) return count;
        var value = root;
        foreach (var name in collection.Split('.'))
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return _counts[collection] = 0;
        return _counts[collection] = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
    }

    /// <summary>The error for a value that is not what it should be.</summary>
    public AssetException Unexpected(JsonPath path, JsonElement found, string expected) =>
        Fault(path, $"found {Shape.Describe(found)}, expected {expected}.");

    /// <summary>An error at a path.</summary>
    public AssetException Fault(JsonPath path, string problem) => new(file, path.ToString(), problem);
}
