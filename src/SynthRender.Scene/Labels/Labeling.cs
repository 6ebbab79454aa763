namespace SynthRender.Labels;

/// <summary>What an object is called in the labels. An object without one is background.</summary>
/// <param name="Category">The class, e.g. "red_deer"; the category name in COCO.</param>
/// <param name="Supercategory">The group of classes, e.g. "wildlife"; empty when there is none.</param>
/// <param name="Kind">Countable or not.</param>
/// <exception cref="ArgumentException">The class has no name.</exception>
public sealed record Labeling(string Category, string Supercategory = "", LabelKind Kind = LabelKind.Thing)
{
    private readonly string _category = Named(Category);

    /// <summary>The class, e.g. "red_deer"; never empty.</summary>
    public string Category { get => _category; init => _category = Named(value); }

    private static string Named(string category) => !string.IsNullOrWhiteSpace(category)
        ? category
        : throw new ArgumentException("A label has a name, e.g. new Labeling(\"box\"); an object without one is background (Labeling = null).");
}
