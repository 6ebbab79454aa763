using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>What <see cref="SemanticSegmentationLabeler"/> found.</summary>
/// <param name="Regions">The classes that show, in the order of their ids.</param>
/// <param name="ClassOfInstance">The class id of each instance id (entry 0 is the background), 0 for none.</param>
/// <param name="Classes">All classes by id: entry i has id i + 1.</param>
public sealed record SemanticSegmentationLabel(
    ImmutableArray<SemanticRegion> Regions, ImmutableArray<int> ClassOfInstance, ImmutableArray<string> Classes) : FrameLabel;
