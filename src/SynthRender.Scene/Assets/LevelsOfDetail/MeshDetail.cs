using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>A mesh's levels of detail, and what it takes to choose among them in a frame.</summary>
public sealed class MeshDetail
{
    private readonly Dictionary<LevelOfDetail, Lazy<bool>> _solid = [];

    internal MeshDetail(MeshAsset mesh, ImmutableArray<LevelOfDetail> levels, ImmutableArray<LevelOfDetail> casterLevels)
    {
        (Levels, CasterLevels) = (levels, casterLevels);
        foreach (var level in levels.Concat(casterLevels)) _solid.TryAdd(level, new Lazy<bool>(() => SolidSurface.Of(mesh, level.Indices)));
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

    /// <summary>
    /// The levels that shadows are thrown by: the same, unless normals or UVs keep the mesh from having any. Then they are made without
    /// regard to those, and only surfaces without holes may be drawn in them.
    /// </summary>
    public ImmutableArray<LevelOfDetail> CasterLevels { get; }

    /// <summary>The box around all vertices at rest, metres in the mesh's frame.</summary>
    internal BoundingBox Bounds { get; }

    /// <summary>The box around those that no joint moves.</summary>
    internal BoundingBox UnskinnedBounds { get; }

    /// <summary>By joint, the box around the vertices that it moves.</summary>
    internal ImmutableArray<BoundingBox> JointBounds { get; }

    /// <summary>By morph target, how far it moves a vertex at most.</summary>
    internal ImmutableArray<float> TargetReach { get; }

    /// <summary>
    /// Whether a level, at rest, bounds a solid: from outside only the fronts of its triangles are seen. Found out when it is first asked
    /// for (a millisecond for a thousand triangles or less), safely from several threads.
    /// </summary>
    /// <param name="level">One of the levels.</param>
    public bool IsSolid(LevelOfDetail level) => _solid[level].Value;

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
