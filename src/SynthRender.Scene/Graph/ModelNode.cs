using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Labels;
using SynthRender.Materials;

namespace SynthRender.Graph;

/// <summary>A model in the scene: a shared, immutable asset, and what this copy of it changes (pose, shape, materials, label).</summary>
public sealed class ModelNode : Node
{
    /// <summary>Places an asset in a tree, in its rest pose, with its own materials and its own label.</summary>
    public ModelNode(string name, ModelAsset asset) : base(name)
    {
        Asset = asset;
        Pose = asset.RestPose;
        MorphWeights = asset.RestMorphWeights;
        Materials = asset.Materials;
        Labeling = asset.Labels?.ToLabeling();
    }

    /// <summary>The asset; never changes.</summary>
    public ModelAsset Asset { get; }

    /// <summary>What the model is called in the labels; null when it is background.</summary>
    public Labeling? Labeling { get; set; }

    /// <summary>The transform of each asset node in its parent, indexed as <see cref="ModelAsset.Nodes"/>.</summary>
    public ImmutableArray<Transform> Pose { get; set; }

    /// <summary>Morph target weights of each asset node that has a mesh with targets (else empty), indexed as <see cref="ModelAsset.Nodes"/>.</summary>
    public ImmutableArray<ImmutableArray<float>> MorphWeights { get; set; }

    /// <summary>The material in each of the asset's slots, indexed as <see cref="ModelAsset.Materials"/>.</summary>
    public ImmutableArray<Material> Materials { get; set; }

    /// <summary>False leaves the model out of shadow maps.</summary>
    public bool CastsShadow { get; set; } = true;

    /// <summary>
    /// True when the model stands on something: while a frame is made, its lowest point keeps its height in the world when the model's pose,
    /// shape, turn or scale changes. False, the default, keeps its origin where it is.
    /// </summary>
    public bool Stands { get; set; }

    /// <summary>Maps each asset node to the model's own frame, indexed as <see cref="ModelAsset.Nodes"/>.</summary>
    public Matrix4x4[] ModelFromNodes() => Asset.ModelFromNodes(Pose);

    /// <inheritdoc/>
    protected internal override object? CaptureState() => new State(Labeling, Pose, MorphWeights, Materials, CastsShadow, Stands);

    /// <inheritdoc/>
    protected internal override void RestoreState(object? state) =>
        (Labeling, Pose, MorphWeights, Materials, CastsShadow, Stands) = (State)state!;

    private sealed record State(
        Labeling? Labeling,
        ImmutableArray<Transform> Pose,
        ImmutableArray<ImmutableArray<float>> MorphWeights,
        ImmutableArray<Material> Materials,
        bool CastsShadow,
        bool Stands);
}
