namespace SynthRender.Datasets.Writers;

/// <summary>A camera that makes images of a dataset.</summary>
/// <param name="Name">Its name; part of the file names when there are several cameras.</param>
/// <param name="Width">Image width in pixels.</param>
/// <param name="Height">Image height in pixels.</param>
public sealed record DatasetCamera(string Name, int Width, int Height);
