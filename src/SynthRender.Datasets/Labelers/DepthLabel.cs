using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>Asks writers to store the frame's depth.</summary>
/// <param name="Format">How.</param>
/// <param name="MetresPerUnit">What 1 stands for in a PNG.</param>
public sealed record DepthLabel(DepthFormat Format, float MetresPerUnit) : FrameLabel;
