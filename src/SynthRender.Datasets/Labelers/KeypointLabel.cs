using System.Collections.Immutable;
using SynthRender.Frames;

namespace SynthRender.Datasets.Labelers;

/// <summary>What <see cref="KeypointLabeler"/> found.</summary>
/// <param name="Instances">The things that show and have keypoints, in the order of their ids.</param>
public sealed record KeypointLabel(ImmutableArray<InstanceKeypoints> Instances) : FrameLabel;
