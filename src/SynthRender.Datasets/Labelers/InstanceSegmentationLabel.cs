using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>What <see cref="InstanceSegmentationLabeler"/> found.</summary>
/// <param name="Instances">The things that show, in the order of their ids.</param>
/// <param name="IdImage">True when writers shall store the id image, too.</param>
public sealed record InstanceSegmentationLabel(ImmutableArray<InstanceMask> Instances, bool IdImage) : FrameLabel;
