using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Frames;

/// <summary>A model in a frozen frame: the shared asset, and everything of this copy that is needed to draw it.</summary>
public sealed class FrameModel
{
    /// <summary>The asset's geometry; shared between frames, so it can stay on the device.</summary>
    public required ModelAsset Asset { get; init; }

    /// <summary>The value for the id image; 0 for background.</summary>
    public required uint InstanceId { get; init; }

    /// <summary>Maps the model's own frame to the world.</summary>
    public required Matrix4x4 WorldFromModel { get; init; }

    /// <summary>Maps each asset node to the world, indexed as <see cref="ModelAsset.Nodes"/>.</summary>
    public required ImmutableArray<Matrix4x4> WorldFromNodes { get; init; }

    /// <summary>
    /// For each asset skin, maps a bind-pose vertex to the world by joint (inverse bind matrix times the joint's world matrix).
    /// As glTF prescribes, the transform of the node that carries a skinned mesh plays no part.
    /// </summary>
    public required ImmutableArray<ImmutableArray<Matrix4x4>> WorldFromBind { get; init; }

    /// <summary>Morph weights by asset node; empty where there are none.</summary>
    public required ImmutableArray<ImmutableArray<float>> MorphWeights { get; init; }

    /// <summary>Materials by slot, indexed as <see cref="ModelAsset.Materials"/>.</summary>
    public required ImmutableArray<Material> Materials { get; init; }

    /// <summary>False leaves the model out of shadow maps.</summary>
    public required bool CastsShadow { get; init; }

    /// <summary>
    /// Whether what places a primitive mirrors it, so that its triangles turn over: the node, or of a skin the joint that moves its first
    /// vertex most (a skin of which some joints mirror and others do not is inside out somewhere, however it is drawn).
    /// </summary>
    /// <param name="node">Index of the asset node that carries the primitive's mesh.</param>
    /// <param name="primitive">The primitive.</param>
    public bool IsMirrored(int node, PrimitiveAsset primitive)
    {
        var (skin, influences) = (Asset.Nodes[node].Skin, primitive.InfluencesPerVertex);
        if (skin < 0 || influences == 0) return WorldFromNodes[node].GetDeterminant() < 0;
        var first = (int)primitive.Indices.Span[0] * influences;
        var weights = primitive.Weights.Span.Slice(first, influences);
        var most = 0;
        for (var i = 1; i < influences; i++)
            if (weights[i] > weights[most]) most = i;
        return WorldFromBind[skin][primitive.Joints.Span[first + most]].GetDeterminant() < 0;
    }
}
