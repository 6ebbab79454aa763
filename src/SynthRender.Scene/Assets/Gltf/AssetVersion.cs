using System.Globalization;
using System.Text.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Whether a file is for readers of glTF 2.0: a later minor version is, unless it says by <c>minVersion</c> that it needs more
/// (glTF 2.0, section 3.2).
/// </summary>
internal static class AssetVersion
{
    private const int Major = 2;

    /// <summary>Checks what the file says about itself.</summary>
    /// <param name="source">The file.</param>
    /// <param name="asset">Its `asset`, whose shape need not have been checked.</param>
    /// <exception cref="AssetException">It is of another major version, needs a later minor one, or says neither.</exception>
    public static void Check(GltfSource source, JsonElement asset)
    {
        if (Read(source, asset, "minVersion") is { } least && (least.Major != Major || least.Minor > 0))
            throw source.Fault("asset.minVersion", $"the file needs glTF {least.Major}.{least.Minor}; glTF 2.0 is read. Export it as glTF 2.0.");
        if (Read(source, asset, "version") is { } version && version.Major != Major)
            throw source.Fault("asset.version", $"the file is glTF {version.Major}.{version.Minor}; glTF 2.0 is read. Convert it to glTF 2.0.");
    }

    // Null where there is no text: the schema says so with the place.
    private static (int Major, int Minor)? Read(GltfSource source, JsonElement asset, string member)
    {
        if (asset.ValueKind != JsonValueKind.Object || !asset.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String) return null;
        var parts = value.GetString()!.Split('.');
        return parts.Length == 2 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor
            ? (major, minor)
            : throw source.Fault($"asset.{member}", $"found \"{value.GetString()}\", expected a version such as \"2.0\".");
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
