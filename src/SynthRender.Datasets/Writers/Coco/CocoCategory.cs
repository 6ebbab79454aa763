namespace SynthRender.Datasets.Writers.Coco;

/// <summary>A class of a COCO file.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Name">The class.</param>
/// <param name="Supercategory">The group of classes.</param>
/// <param name="Keypoints">Names, or null.</param>
/// <param name="Skeleton">Pairs of keypoints that are joined, counted from 1, or null.</param>
public sealed record CocoCategory(
    int Id, string Name, string? Supercategory = null, IReadOnlyList<string>? Keypoints = null, IReadOnlyList<IReadOnlyList<int>>? Skeleton = null);
