using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Labels;

/// <summary>What an asset says about itself: the `synthrender` object of a glTF's extras, or of its sidecar file.</summary>
public sealed record ModelLabels
{
    /// <summary>The class, e.g. "red_deer".</summary>
    public required string Category { get; init; }

    /// <summary>The group of classes; empty when there is none.</summary>
    public string Supercategory { get; init; } = "";

    /// <summary>Real-world width, height and depth in metres, when the file says so.</summary>
    public Vector3? SizeMetres { get; init; }

    /// <summary>The keypoints, in the order of <see cref="Template"/>.</summary>
    public ImmutableArray<KeypointBinding> Keypoints { get; init; } = [];

    /// <summary>Names, edges and left/right pairs; null when there are no keypoints.</summary>
    public KeypointTemplate? Template { get; init; }

    /// <summary>What moves, and how far.</summary>
    public ImmutableArray<JointLimit> Joints { get; init; } = [];

    /// <summary>Named regions.</summary>
    public ImmutableArray<ModelPart> Parts { get; init; } = [];

    /// <summary>Motions that leave the model looking the same.</summary>
    public ImmutableArray<ModelSymmetry> Symmetries { get; init; } = [];

    /// <summary>The label a scene gives to the model unless it says otherwise.</summary>
    public Labeling ToLabeling() => new(Category, Supercategory);
}
