using SynthRender.Datasets.Masks;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>The tight box around an instance's visible pixels.</summary>
/// <param name="Id">The instance's id in the frame.</param>
/// <param name="Name">The path of its node.</param>
/// <param name="Labeling">What it is.</param>
/// <param name="Box">Edge coordinates; every side touches a pixel of the instance.</param>
/// <param name="Area">The number of its visible pixels; at least one.</param>
public sealed record InstanceBox(uint Id, string Name, Labeling Labeling, PixelBox Box, int Area);
