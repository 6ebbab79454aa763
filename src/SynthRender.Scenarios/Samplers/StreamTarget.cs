using System.Text.RegularExpressions;
using SynthRender.Graph;

namespace SynthRender.Samplers;

/// <summary>
/// What random streams of objects are keyed by: texts that are equal only when object and detail are. A node's is its path; one of its details
/// follows after a space when it is of a kind that has always been written so, and after "\:" otherwise.
/// </summary>
internal static partial class StreamTarget
{
    public static string Of(Node node) => Path(node);

    public static string Of(Node node, string detail) => IsSpaced().IsMatch(detail) ? $"{Path(node)} {detail}" : $@"{Path(node)}\:{detail}";

    /// <summary>A name as a part of a longer one whose parts are joined by '/'.</summary>
    public static string Part(string name) => name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("/", @"\/", StringComparison.Ordinal);

    // A path has no backslash but before a slash or another backslash, so "\:" ends it; a space before a kind ends it too, so a name that has
    // such a space ("car joint axle") gets a backslash before it.
    private static string Path(Node node)
    {
        var path = node.Path;
        return path.Contains(' ', StringComparison.Ordinal) ? KindInName().Replace(path, @"\ ") : path;
    }

    [GeneratedRegex(@"\A(decal|joint|material|morph) ")]
    private static partial Regex IsSpaced();

    [GeneratedRegex(@" (?=(decal|joint|material|morph)( |\z))")]
    private static partial Regex KindInName();
}
