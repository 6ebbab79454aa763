using System.Collections.Immutable;
using System.IO.Enumeration;

namespace SynthRender.Assets;

/// <summary>The folders in which assets are looked for.</summary>
internal sealed class AssetRoots
{
    /// <summary>Makes the paths absolute.</summary>
    /// <exception cref="ArgumentException">There is no root, or one is empty.</exception>
    public AssetRoots(IEnumerable<string> roots)
    {
        Folders = [.. roots.Select(r => string.IsNullOrWhiteSpace(r)
            ? throw new ArgumentException("An asset root is empty; expected the path of a folder.", nameof(roots))
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(r)))];
        if (Folders.IsEmpty) throw new ArgumentException("There is no asset root; expected at least one folder.", nameof(roots));
    }

    /// <summary>The folders.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>A file by its path: absolute, or in the first root that has it.</summary>
    /// <exception cref="AssetException">No root has it.</exception>
    public AssetFile Find(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Path.IsPathRooted(path))
        {
            var full = Path.GetFullPath(path);
            return File.Exists(full) ? new AssetFile(NameOf(full), full) : throw new AssetException(path, "", "there is no such file.");
        }

        foreach (var root in Folders)
        {
            var full = Path.GetFullPath(Path.Combine(root, path));
            if (File.Exists(full)) return new AssetFile(NameOf(full), full);
        }

        throw new AssetException(path, "", $"there is no such file. {Looked(path)}") { IsMissing = true };
    }

    /// <summary>The files that match any of the patterns, sorted by name; where two roots have the same name, the first root's.</summary>
    /// <exception cref="AssetException">A pattern matches nothing.</exception>
    public IEnumerable<AssetFile> FindAll(ReadOnlySpan<string> globs, ImmutableArray<string> extensions)
    {
        if (globs.IsEmpty) throw new ArgumentException("There is no pattern; expected at least one, e.g. \"wildlife/*.glb\".", nameof(globs));
        var found = new SortedDictionary<string, AssetFile>(StringComparer.Ordinal);
        foreach (var glob in globs)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(glob, nameof(globs));
            var any = false;
            var others = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var root in Path.IsPathRooted(glob) ? [Path.GetPathRoot(glob)!] : Folders)
                foreach (var path in Match(root, glob.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries), 0))
                {
                    if (!extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                    {
                        others.Add(Path.GetFileName(path));
                        continue;
                    }

                    any = true;
                    var full = Path.GetFullPath(path);
                    var name = NameOf(full);
                    if (Path.IsPathRooted(glob) || !Path.IsPathRooted(name)) found.TryAdd(name, new AssetFile(name, full));
                }

            if (!any) throw new AssetException(glob, "",
                $"no file with the ending {string.Join(", ", extensions)} matches this pattern.{Other(others)} {Looked(glob)}") { IsMissing = true };
        }

        return found.Values;
    }

    // What the pattern does match, as far as the pattern itself asks for another ending.
    private static string Other(SortedSet<string> names) => names.Count == 0 ? "" :
        $" {names.Min} does{(names.Count == 1 ? "" : $", and {names.Count - 1} more files do")}, but such a file is not read; convert it.";

    private static IEnumerable<string> Match(string folder, string[] parts, int at)
    {
        if (!Directory.Exists(folder)) yield break;
        var (part, last) = (parts[at], at == parts.Length - 1);
        if (part == "**")
        {
            foreach (var path in Match(folder, last ? [.. parts, "*"] : parts, at + 1)) yield return path;
            foreach (var below in Directory.EnumerateDirectories(folder))
                // A link may lead back up; following it would never end.
                if (!File.GetAttributes(below).HasFlag(FileAttributes.ReparsePoint))
                    foreach (var path in Match(below, parts, at)) yield return path;
            yield break;
        }

        if (!part.AsSpan().ContainsAny('*', '?'))
        {
            var next = Path.Combine(folder, part);
            if (!last) foreach (var path in Match(next, parts, at + 1)) yield return path;
            else if (File.Exists(next)) yield return next;
            yield break;
        }

        foreach (var entry in last ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder))
        {
            if (!FileSystemName.MatchesSimpleExpression(part, Path.GetFileName(entry), ignoreCase: false)) continue;
            if (last) yield return entry;
            else foreach (var path in Match(entry, parts, at + 1)) yield return path;
        }
    }

    /// <summary>The path relative to a root, by which <see cref="Find"/> finds this file and no other; else the whole path.</summary>
    private string NameOf(string full)
    {
        foreach (var root in Folders)
        {
            if (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) continue;
            var name = Path.GetRelativePath(root, full);
            if (Folders.TakeWhile(before => before != root).Any(before => File.Exists(Path.Combine(before, name)))) break;
            return name.Replace(Path.DirectorySeparatorChar, '/');
        }

        return full.Replace(Path.DirectorySeparatorChar, '/');
    }

    // Says where a search went and what lies at the deepest folder that exists.
    private string Looked(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(" ", (Path.IsPathRooted(pattern) ? [Path.GetPathRoot(pattern)!] : Folders).Select(root =>
        {
            if (!Directory.Exists(root)) return $"Looked in {root}, which does not exist.";
            var folder = root;
            foreach (var part in parts[..^1])
            {
                if (part.AsSpan().ContainsAny('*', '?') || !Directory.Exists(Path.Combine(folder, part))) break;
                folder = Path.Combine(folder, part);
            }

            var entries = Directory.EnumerateFileSystemEntries(folder).Select(e => Path.GetFileName(e) + (Directory.Exists(e) ? "/" : ""))
                .Order(StringComparer.Ordinal).ToList();
            return entries.Count == 0 ? $"Looked in {folder}, which is empty."
                : $"Looked in {folder}, where there is {string.Join(", ", entries.Take(10))}{(entries.Count > 10 ? $" and {entries.Count - 10} more" : "")}.";
        }));
    }
}
