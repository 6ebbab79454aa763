using System.Collections.Immutable;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>How a model stands: what <see cref="ModelNode.Pose"/> and <see cref="ModelNode.MorphWeights"/> hold.</summary>
/// <param name="Nodes">The transform of each asset node in its parent.</param>
/// <param name="MorphWeights">The morph weights of each asset node.</param>
public readonly record struct ModelPose(ImmutableArray<Transform> Nodes, ImmutableArray<ImmutableArray<float>> MorphWeights);
