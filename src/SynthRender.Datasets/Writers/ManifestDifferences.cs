using System.Globalization;
using System.Text.Json.Nodes;

namespace SynthRender.Datasets.Writers;

/// <summary>Says in few words how two manifests differ.</summary>
internal static class ManifestDifferences
{
    private const int MostNamed = 5, LongestText = 60;

    /// <summary>E.g. "seed is 1 there and 2 here; the scene file has changed"; empty when they agree on the keys.</summary>
    /// <param name="there">The dataset's.</param>
    /// <param name="here">The run's.</param>
    /// <param name="keys">What is compared.</param>
    internal static string Describe(JsonObject there, JsonObject here, IEnumerable<string> keys)
    {
        var differences = new List<string>();
        foreach (var key in keys) Compare(key, there[key], here[key], differences);
        if (differences.Count <= MostNamed) return string.Join("; ", differences);
        return string.Create(
            CultureInfo.InvariantCulture, $"{string.Join("; ", differences.Take(MostNamed))}; and {differences.Count - MostNamed} more");
    }

    private static void Compare(string name, JsonNode? there, JsonNode? here, List<string> differences)
    {
        if (JsonNode.DeepEquals(there, here)) return;
        if (there is JsonObject a && here is JsonObject b)
        {
            foreach (var key in a.Select(p => p.Key).Union(b.Select(p => p.Key), StringComparer.Ordinal).ToList())
                Compare($"{name} {key}", a[key], b[key], differences);
        }
        else if (there is JsonArray before && here is JsonArray now)
            differences.Add($"{name} are {Text(before)} there and {Text(now)} here");
        else
            differences.Add(Phrase(name, Text(there), Text(here)));
    }

    private static string Phrase(string name, string there, string here) => name switch
    {
        "scene hash" => "the scene file has changed",
        _ when name.StartsWith("assets ", StringComparison.Ordinal) =>
            $"{name["assets ".Length..]} {(there.Length == 0 ? "is new" : here.Length == 0 ? "is no longer used" : "has changed")}",
        _ when name.StartsWith("options ", StringComparison.Ordinal) => Phrase(name["options ".Length..], there, here),
        _ => $"{name} is {(there.Length == 0 ? "missing" : there)} there and {(here.Length == 0 ? "missing" : here)} here",
    };

    /// <summary>A value without its quotes; the names of a list of named things; cut where it gets long.</summary>
    private static string Text(JsonNode? node)
    {
        var text = node switch
        {
            null => "",
            JsonValue value => value.ToString(),
            JsonArray list => string.Join(", ", list.Select(Element)),
            _ => node.ToJsonString(),
        };
        return text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";
    }

    private static string Element(JsonNode? element) => element is JsonObject { Count: > 0 } named && named["name"] is { } name
        ? $"{name} {named["width"]}x{named["height"]}"
        : element?.ToString() ?? "";
}
