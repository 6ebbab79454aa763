using System.Collections.Immutable;
using SynthRender.Labels;

namespace SynthRender.Datasets.Labelers;

/// <summary>The keypoints of an instance.</summary>
/// <param name="Id">The instance's id in the frame.</param>
/// <param name="Name">The path of its node.</param>
/// <param name="Labeling">What it is.</param>
/// <param name="Template">Names and edges.</param>
/// <param name="Keypoints">One for each name of the template.</param>
public sealed record InstanceKeypoints(
    uint Id, string Name, Labeling Labeling, KeypointTemplate Template, ImmutableArray<ImageKeypoint> Keypoints);
