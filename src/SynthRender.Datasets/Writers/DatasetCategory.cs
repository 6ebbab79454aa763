using SynthRender.Labels;

namespace SynthRender.Datasets.Writers;

/// <summary>A class that may occur in a dataset.</summary>
/// <param name="Name">E.g. "red_deer".</param>
/// <param name="Supercategory">The group of classes; empty when there is none.</param>
/// <param name="Kind">Countable or not.</param>
/// <param name="Template">The keypoints of its objects, or null.</param>
public sealed record DatasetCategory(
    string Name, string Supercategory = "", LabelKind Kind = LabelKind.Thing, KeypointTemplate? Template = null);
