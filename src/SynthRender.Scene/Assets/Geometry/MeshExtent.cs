using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using SynthRender.Graph;

namespace SynthRender.Assets.Geometry;

/// <summary>How far a mesh reaches, however its joints and morph targets move it.</summary>
internal sealed class MeshExtent
{
    private static readonly ConditionalWeakTable<MeshAsset, MeshExtent> Known = [];

    private MeshExtent(MeshAsset mesh)
    {
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

    /// <summary>The box around all vertices at rest, metres in the mesh's frame.</summary>
    public BoundingBox Bounds { get; }

    /// <summary>The box around those that no joint moves.</summary>
    public BoundingBox UnskinnedBounds { get; }

    /// <summary>By joint, the box around the vertices that it moves.</summary>
    public ImmutableArray<BoundingBox> JointBounds { get; }

    /// <summary>By morph target, how far it moves a vertex at most.</summary>
    public ImmutableArray<float> TargetReach { get; }

    /// <summary>The extent of a mesh; found out once.</summary>
    public static MeshExtent Of(MeshAsset mesh) => Known.GetValue(mesh, m => new MeshExtent(m));

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
