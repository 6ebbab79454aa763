using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>What <see cref="BoundingBox2DLabeler"/> found.</summary>
/// <param name="Boxes">One for each thing that shows, in the order of their ids.</param>
public sealed record BoundingBox2DLabel(ImmutableArray<InstanceBox> Boxes) : FrameLabel;
