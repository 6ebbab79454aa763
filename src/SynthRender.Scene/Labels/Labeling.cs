namespace SynthRender.Labels;

/// <summary>What an object is called in the labels. An object without one is background.</summary>
/// <param name="Category">The class, e.g. "red_deer"; the category name in COCO.</param>
/// <param name="Supercategory">The group of classes, e.g. "wildlife"; empty when there is none.</param>
/// <param name="Kind">Countable or not.</param>
public sealed record Labeling(string Category, string Supercategory = "", LabelKind Kind = LabelKind.Thing);
