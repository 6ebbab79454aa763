using System.Collections.Immutable;
using SynthRender.Assets.Geometry;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Graph;

namespace SynthRender.Assets;

/// <summary>A mesh's levels of detail, and what it takes to choose among them in a frame.</summary>
public sealed class MeshDetail
{
    private readonly Dictionary<LevelOfDetail, Lazy<bool>> _solid = [];
    private readonly MeshExtent _extent;

    internal MeshDetail(MeshAsset mesh, ImmutableArray<LevelOfDetail> levels, ImmutableArray<LevelOfDetail> casterLevels, TestPoses poses)
    {
        (Levels, CasterLevels) = (levels, casterLevels);
        foreach (var level in levels.Concat(casterLevels)) _solid.TryAdd(level, new Lazy<bool>(() => SolidSurface.Of(mesh, level.Indices)));
        _extent = MeshExtent.Of(mesh);
        JointPairs = JointPair.Of(mesh, _solid.Keys, poses);
    }

    /// <summary>Full detail first; errors never fall.</summary>
    public ImmutableArray<LevelOfDetail> Levels { get; }

    /// <summary>
    /// The levels that shadows are thrown by: the same, unless normals or UVs keep the mesh from having any. Then they are made without
    /// regard to those, and only surfaces without holes may be drawn in them.
    /// </summary>
    public ImmutableArray<LevelOfDetail> CasterLevels { get; }

    /// <summary>The box around all vertices at rest, metres in the mesh's frame.</summary>
    internal BoundingBox Bounds => _extent.Bounds;

    /// <summary>The box around those that no joint moves.</summary>
    internal BoundingBox UnskinnedBounds => _extent.UnskinnedBounds;

    /// <summary>By joint, the box around the vertices that it moves.</summary>
    internal ImmutableArray<BoundingBox> JointBounds => _extent.JointBounds;

    /// <summary>Joints whose coming apart is seen in what lies between them.</summary>
    internal JointPair[] JointPairs { get; }

    /// <summary>By morph target, how far it moves a vertex at most.</summary>
    internal ImmutableArray<float> TargetReach => _extent.TargetReach;

    /// <summary>
    /// Whether a level, at rest, bounds a solid: from outside only the fronts of its triangles are seen. Found out when it is first asked
    /// for (a millisecond for a thousand triangles or less), safely from several threads.
    /// </summary>
    /// <param name="level">One of the levels.</param>
    public bool IsSolid(LevelOfDetail level) => _solid[level].Value;
}
