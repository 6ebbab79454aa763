using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>A mesh's levels of detail, and what it takes to choose among them in a frame.</summary>
public sealed class MeshDetail
{
    internal MeshDetail(MeshAsset mesh, ImmutableArray<LevelOfDetail> levels)
    {
        Levels = levels;
        var joints = new List<BoundingBox>();
        (Bounds, UnskinnedBounds) = (BoundingBox.Empty, BoundingBox.Empty);
        foreach (var primitive in mesh.Primitives)
        {
            Bounds = Bounds.Union(primitive.Bounds);
            if (primitive.InfluencesPerVertex == 0) UnskinnedBounds = UnskinnedBounds.Union(primitive.Bounds);
            AddJoints(primitive, joints);
        }

        JointBounds = [.. joints];
        TargetReach = [.. Enumerable.Range(0, mesh.MorphTargetNames.Length).Select(t => Reach(mesh, t))];
    }

    /// <summary>Full detail first; errors never fall.</summary>
    public ImmutableArray<LevelOfDetail> Levels { get; }

    /// <summary>The box around all vertices at rest, metres in the mesh's frame.</summary>
    internal BoundingBox Bounds { get; }

    /// <summary>The box around those that no joint moves.</summary>
    internal BoundingBox UnskinnedBounds { get; }

    /// <summary>By joint, the box around the vertices that it moves.</summary>
    internal ImmutableArray<BoundingBox> JointBounds { get; }

    /// <summary>By morph target, how far it moves a vertex at most.</summary>
    internal ImmutableArray<float> TargetReach { get; }

    private static void AddJoints(PrimitiveAsset primitive, List<BoundingBox> boxes)
    {
        var joints = primitive.Joints.Span;
        var weights = primitive.Weights.Span;
        var positions = primitive.Positions.Span;
        for (var i = 0; i < joints.Length; i++)
        {
            if (weights[i] == 0) continue;
            while (boxes.Count <= joints[i]) boxes.Add(BoundingBox.Empty);
            boxes[joints[i]] = boxes[joints[i]].Include(positions[i / primitive.InfluencesPerVertex]);
        }
    }

    private static float Reach(MeshAsset mesh, int target)
    {
        var reach = 0f;
        foreach (var primitive in mesh.Primitives)
            foreach (var delta in primitive.MorphTargets[target].Positions.Span) reach = MathF.Max(reach, delta.Length());
        return reach;
    }
}
