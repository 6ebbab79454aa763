namespace SynthRender.Farm.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Finished">Images in the dataset now, those of earlier runs included.</param>
/// <param name="Expected">Images that the frames have, as far as is known: a camera that is found off in a frame makes none.</param>
public readonly record struct RunCount(int Finished, int Expected);
