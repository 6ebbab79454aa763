using SynthRender.Datasets.Labelers;
using SynthRender.Labels;

namespace SynthRender.Datasets.Writers.Coco;

/// <summary>
/// The categories of a COCO file and their ids. What the description lists is numbered in ordinal order, or by an
/// <see cref="IdLabelConfig"/>; what turns up beside it comes after, in ordinal order, so that listed ids never move.
/// </summary>
internal sealed class CocoCategories
{
    private readonly SortedDictionary<string, DatasetCategory> _listed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DatasetCategory> _found = new(StringComparer.Ordinal);
    private readonly IdLabelConfig? _ids;
    private readonly bool _mergeKeypoints;

    internal CocoCategories(IEnumerable<DatasetCategory> listed, CocoOptions options)
    {
        var ids = _ids = options.CategoryIds;
        _mergeKeypoints = options.MergeKeypoints;
        foreach (var name in ids?.Labels ?? []) _listed[name] = new DatasetCategory(name);
        foreach (var category in listed)
        {
            if (category.Kind != LabelKind.Thing) continue;
            if (ids is null || _listed.ContainsKey(category.Name)) Merge(_listed, category);
        }
    }

    /// <summary>All categories with their ids, ascending. A category that was added later may change the ids of other added ones.</summary>
    internal List<(int Id, DatasetCategory Category)> Numbered()
    {
        var listed = _ids is null ? _listed.Values : _ids.Labels.Select(name => _listed[name]);
        return [.. listed.Concat(_found.Values).Select((category, i) => (i + 1, category))];
    }

    /// <summary>Takes note of a category that a frame shows.</summary>
    /// <exception cref="DatasetSettingsException">The category is known with other keypoints.</exception>
    internal void Add(DatasetCategory category) => Merge(_listed.ContainsKey(category.Name) ? _listed : _found, category);

    /// <summary>Says why a category of a frame contradicts the description, or null when it does not. Safe from several threads.</summary>
    internal string? Contradiction(DatasetCategory category) =>
        !_mergeKeypoints && _listed.TryGetValue(category.Name, out var listed) && Differ(listed.Template, category.Template)
            ? DifferMessage(category.Name)
            : null;

    /// <summary>The message of a category with two sets of keypoints.</summary>
    internal static string DifferMessage(string name) =>
        $"Category '{name}' has two different sets of keypoints; COCO has one per category. Give the models different categories, or set MergeKeypoints.";

    internal static bool Differ(KeypointTemplate? a, KeypointTemplate? b) => a is not null && b is not null && !a.Equals(b);

    private void Merge(SortedDictionary<string, DatasetCategory> categories, DatasetCategory category)
    {
        if (!categories.TryGetValue(category.Name, out var known))
        {
            categories[category.Name] = category;
            return;
        }

        categories[category.Name] = known with
        {
            Supercategory = known.Supercategory.Length > 0 ? known.Supercategory : category.Supercategory,
            Template = Merge(category.Name, known.Template, category.Template),
        };
    }

    private KeypointTemplate? Merge(string name, KeypointTemplate? known, KeypointTemplate? template)
    {
        if (!Differ(known, template)) return known ?? template;
        if (!_mergeKeypoints) throw new DatasetSettingsException(DifferMessage(name));
        try
        {
            return known!.MergedWith(template!);
        }
        catch (ArgumentException error)
        {
            throw new DatasetSettingsException($"The keypoints of category '{name}' cannot be merged: {error.Message}");
        }
    }
}
