using System.Security.Cryptography;

namespace SynthRender.Assets.Gltf;

/// <summary>
/// Reads what a model file refers to. A model is untrusted: a reference is a data URI or a file in the model's folder or below;
/// nothing leaves that folder and nothing is fetched.
/// </summary>
/// <param name="file">The model file.</param>
internal sealed class AssetFolder(string file)
{
    private const string DataScheme = "data:";

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
    private readonly SortedDictionary<string, byte[]> _hashes = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of every file that was read, by its path relative to the model's folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Hashes => _hashes;

    /// <summary>Reads a buffer's or an image's bytes.</summary>
    /// <param name="uri">As it stands in the file.</param>
    /// <param name="element">The referring element, for messages.</param>
    /// <exception cref="AssetException">The reference is not allowed, or the file cannot be read.</exception>
    public byte[] Read(string uri, string element)
    {
        if (uri.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase)) return Decode(uri, element);
        var path = Resolve(uri, element);
        try
        {
            var bytes = File.ReadAllBytes(path);
            _hashes[Path.GetRelativePath(_folder, path).Replace('\\', '/')] = SHA256.HashData(bytes);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AssetException(file, element,
                $"refers to '{Shorten(uri)}', which is not in {_folder}. Put it there, or export the model as a single .glb.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AssetException(file, element, $"refers to '{Shorten(uri)}', which cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The file that a URI means.</summary>
    /// <exception cref="AssetException">It lies outside the model's folder, or names a scheme or host.</exception>
    public string Resolve(string uri, string element)
    {
        var path = Unescape(uri, element);
        if (path.Length == 0 || path.Contains('\0')) throw Refused(uri, element, "is empty or holds a null character");
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var slash = path.AsSpan().IndexOfAny('/', '\\');
        if (colon >= 0 && (slash < 0 || colon < slash)) throw Refused(uri, element, "names a scheme or a drive");
        if (slash == 0 || Path.IsPathRooted(path)) throw Refused(uri, element, "is an absolute path");
        foreach (var part in path.Split('/', '\\'))
            if (part == "..") throw Refused(uri, element, "leads out of the model's folder");
        var full = Path.GetFullPath(Path.Combine(_folder, path));
        // A link inside the folder may point anywhere; what counts is where the bytes are.
        if (!IsWithin(full, _folder) || !IsWithin(RealPath(full), RealPath(_folder))) throw Refused(uri, element, "leads out of the model's folder");
        return full;
    }

    private byte[] Decode(string uri, string element)
    {
        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !uri.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
            throw new AssetException(file, element, $"found the data URI '{Shorten(uri)}', expected one of the form data:…;base64,….");
        try
        {
            return Convert.FromBase64String(uri[(comma + 1)..]);
        }
        catch (FormatException e)
        {
            throw new AssetException(file, element, $"the data URI does not hold base64: {e.Message}", e);
        }
    }

    private string Unescape(string uri, string element)
    {
        try
        {
            return Uri.UnescapeDataString(uri);
        }
        catch (UriFormatException e)
        {
            throw new AssetException(file, element, $"'{Shorten(uri)}' is not a URI: {e.Message}", e);
        }
    }

    private AssetException Refused(string uri, string element, string why) => new(file, element,
        $"refers to '{Shorten(uri)}', which {why}. A model may refer only to files in its own folder and below, and to data: URIs.");

    private static string Shorten(string uri) => uri.Length <= 80 ? uri : $"{uri[..77]}…";

    private static bool IsWithin(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string RealPath(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var real = root;
        foreach (var part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            real = info.LinkTarget is null ? next : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }

        return real;
    }
}
