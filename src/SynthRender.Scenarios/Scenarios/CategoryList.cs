using System.Collections.Immutable;
using SynthRender.Assets;
using SynthRender.Labels;

namespace SynthRender.Scenarios;

/// <summary>Gathers the categories of a scenario, and the keypoints of each.</summary>
internal sealed class CategoryList(KeypointLists lists)
{
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes note of a model and of what it is called.</summary>
    /// <exception cref="AssetException">Its keypoints contradict those of another model of the category.</exception>
    public void Add(Labeling labeling, ModelAsset model)
    {
        var entry = Find(labeling);
        var file = model.SourcePath ?? model.Name;
        if (model.Labels?.Template is { } template) Add(entry, template, file);
        else entry.Without ??= file;
    }

    /// <summary>Takes note of a class that was declared without a model; no keypoints then means that nothing is known of them.</summary>
    /// <exception cref="AssetException">Its keypoints contradict those of another model of the category.</exception>
    public void Add(Labeling labeling, KeypointTemplate? template)
    {
        var entry = Find(labeling);
        if (template is not null) Add(entry, template, $"the declared label '{labeling.Category}'");
    }

    /// <summary>The categories, sorted by name.</summary>
    /// <exception cref="AssetException">A model has no keypoints while others of its category have some.</exception>
    public ImmutableArray<(Labeling Labeling, KeypointTemplate? Template)> Sorted()
    {
        foreach (var entry in _entries.Values)
            if (lists == KeypointLists.Equal && entry is { Without: { } file, Template: { } template })
                throw Contradiction(entry, file, $"it has no keypoints; {entry.File} has {Names(template)}");
        return [.. _entries.Values.Select(entry => (entry.Labeling, entry.Template))];
    }

    private Entry Find(Labeling labeling)
    {
        if (!_entries.TryGetValue(labeling.Category, out var entry)) _entries.Add(labeling.Category, entry = new Entry(labeling));
        return entry;
    }

    private void Add(Entry entry, KeypointTemplate template, string file)
    {
        if (lists == KeypointLists.Ignored || template.Equals(entry.Template)) return;
        if (entry.Template is null) (entry.Template, entry.File) = (template, file);
        else if (lists == KeypointLists.Equal)
            throw Contradiction(entry, file, $"its keypoints {Names(template)}, their edges or their pairs differ from those of {entry.File}, {Names(entry.Template)}");
        else entry.Template = Merge(entry, template, file);
    }

    private static KeypointTemplate Merge(Entry entry, KeypointTemplate template, string file)
    {
        try
        {
            return entry.Template!.MergedWith(template);
        }
        catch (ArgumentException error)
        {
            throw new AssetException(
                file, "", $"its keypoints cannot be merged with those of {entry.File}, which is of category '{entry.Labeling.Category}' too: {error.Message}", error);
        }
    }

    private static AssetException Contradiction(Entry entry, string file, string difference) => new(
        file, "",
        $"{difference}, and both are of category '{entry.Labeling.Category}'. A category has one list of keypoints: "
        + "give the models one list or two categories, or merge the lists by name (--merge-keypoints).");

    private static string Names(KeypointTemplate template) => $"[{string.Join(", ", template.Names)}]";

    private sealed class Entry(Labeling labeling)
    {
        public Labeling Labeling { get; } = labeling;

        public KeypointTemplate? Template { get; set; }

        /// <summary>Where <see cref="Template"/> was seen first.</summary>
        public string? File { get; set; }

        /// <summary>A model of the category that has no keypoints, or null.</summary>
        public string? Without { get; set; }
    }
}
