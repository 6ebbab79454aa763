namespace SynthRender.Datasets.Labelers;

/// <summary>A keypoint in an image.</summary>
/// <param name="X">Edge coordinates (the centre of pixel i is at i + 0.5), pixels; 0 when outside.</param>
/// <param name="Y">As <paramref name="X"/>, downwards.</param>
/// <param name="Visibility">Whether it is seen.</param>
public readonly record struct ImageKeypoint(float X, float Y, KeypointVisibility Visibility);
