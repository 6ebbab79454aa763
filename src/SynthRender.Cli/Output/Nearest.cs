namespace SynthRender.Cli.Output;

/// <summary>Finds what somebody most likely meant by a name that there is not.</summary>
internal static class Nearest
{
    /// <summary>The names that are nearest to what was written: at most two, none when nothing is near.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="names">What there is.</param>
    public static IReadOnlyList<string> To(string written, IEnumerable<string> names)
    {
        // A third of the letters may be wrong, two of four or five; a name that goes on where the written one ends is one letter away.
        var letters = written.TrimStart('-').Length;
        var most = letters < 4 ? 1 : Math.Max(2, letters / 3);
        var near = names.Distinct(StringComparer.Ordinal).Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(n => n.Distance <= most).OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).ToList();
        return [.. near.TakeWhile(n => n.Distance == near[0].Distance).Take(2).Select(n => n.Name)];
    }

    /// <summary>As <see cref="To"/>, as the end of a sentence: "; did you mean 'render'?", or a full stop.</summary>
    public static string Question(string written, IEnumerable<string> names)
    {
        var near = To(written, names);
        return near.Count == 0 ? "." : $"; did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?";
    }

    // Changed, missing, added and exchanged letters (optimal string alignment, Damerau 1964).
    private static int Distance(string a, string b)
    {
        if (a.TrimStart('-').Length >= 2 && b.StartsWith(a, StringComparison.OrdinalIgnoreCase)) return 1;
        var (above, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray());
        for (var i = 1; i <= a.Length; i++)
        {
            var next = new int[b.Length + 1];
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var differs = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                next[j] = Math.Min(row[j - 1] + differs, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = Math.Min(next[j], above[j - 2] + 1);
            }

            (above, row) = (row, next);
        }

        return row[^1];
    }
}
