using System.Numerics;
using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Reads members of JSON objects whose shape has been checked.</summary>
internal static class GltfJson
{
    /// <summary>A whole number; glTF writers may put 3.0 for 3.</summary>
    public static long Whole(JsonElement owner, string member, long missing = 0) =>
        owner.TryGetProperty(member, out var value) ? (long)value.GetDouble() : missing;

    /// <summary>An array of indices; empty when it is missing.</summary>
    public static int[] Indices(JsonElement owner, string member) => owner.TryGetProperty(member, out var list)
        ? [.. list.EnumerateArray().Select(v => (int)v.GetDouble())]
        : [];

    /// <summary>A name, or what to call the element without one.</summary>
    public static string Name(JsonElement owner, string element) =>
        owner.TryGetProperty("name", out var value) && value.GetString() is { Length: > 0 } name ? name : element;

    /// <summary>An array of three numbers.</summary>
    public static Vector3 Triple(JsonElement value) => new((float)value[0].GetDouble(), (float)value[1].GetDouble(), (float)value[2].GetDouble());
}
