namespace SynthRender.Farm.Journal;

/// <summary>The folder holds a journal that this run cannot go on with.</summary>
public sealed class JournalMismatchException : Exception
{
    /// <summary>The journal of another run.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="found">What its frames depend on, one property a line.</param>
    /// <param name="expected">What this run's frames depend on, likewise.</param>
    public JournalMismatchException(string path, string found, string expected) : base(
        $"'{path}' belongs to another run: {Beyond(found, expected)} there, {Beyond(expected, found)} here. {Remedy}")
    {
    }

    /// <summary>A journal of another layout.</summary>
    public JournalMismatchException(string path, int version) : base(
        $"'{path}' was written by another version of SynthRender (layout {version}; this one has layout {JournalHeader.CurrentVersion}). "
        + $"Finish the dataset with that version. {Remedy}")
    {
    }

    private const string Remedy = "Or choose another --out, or --overwrite to make the dataset anew.";

    private static string Beyond(string lines, string others)
    {
        var known = others.Split('\n').ToHashSet(StringComparer.Ordinal);
        var beyond = lines.Split('\n').Where(line => !known.Contains(line)).ToList();
        return beyond.Count == 0 ? "nothing else" : string.Join(", ", beyond);
    }
}
