namespace SynthRender.Datasets.Writers.Coco;

/// <summary>A COCO file to merge.</summary>
/// <param name="AnnotationFile">Its path.</param>
/// <param name="FileNamePrefix">Put before its image file names, e.g. "night1/images/"; may be empty when the names do not clash.</param>
public sealed record CocoMergeInput(string AnnotationFile, string FileNamePrefix = "");
