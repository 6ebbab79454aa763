using SynthRender.Datasets.Masks;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>The visible pixels of an instance.</summary>
/// <param name="Id">The instance's id in the frame.</param>
/// <param name="Name">The path of its node.</param>
/// <param name="Labeling">What it is.</param>
/// <param name="Mask">Its pixels; at least one.</param>
public sealed record InstanceMask(uint Id, string Name, Labeling Labeling, RunLengthEncoding Mask);
