using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Assets.Geometry;
using SynthRender.Graph;
using SynthRender.Materials;

namespace SynthRender.Frames;

/// <summary>
/// The triangles of a model as it is posed, in the world, for questions about single points. Boxes are looked at first; triangles only of a
/// model in whose box the point lies.
/// </summary>
public sealed class ModelSurface
{
    // Directions in which it is looked around, evenly over the sphere.
    private static readonly ImmutableArray<Vector3> Directions = Sphere(64);

    private readonly FrameModel _model;
    private readonly BoundingBox[] _nodeBounds;
    private Part[]? _parts;

    private ModelSurface(FrameModel model)
    {
        _model = model;
        _nodeBounds = new BoundingBox[model.Asset.Nodes.Length];
        for (var node = 0; node < _nodeBounds.Length; node++)
        {
            _nodeBounds[node] = model.Asset.Nodes[node].Mesh < 0 ? BoundingBox.Empty : BoundsOf(node);
            Bounds = Bounds.Union(_nodeBounds[node]);
        }
    }

    /// <summary>A box around the model in the world, not a tight one; empty when it has no mesh.</summary>
    public BoundingBox Bounds { get; } = BoundingBox.Empty;

    private Part[] Parts => _parts ??=
    [
        .. from node in Enumerable.Range(0, _nodeBounds.Length)
           where !_nodeBounds[node].IsEmpty
           let primitives = _model.Asset.Meshes[_model.Asset.Nodes[node].Mesh].Primitives
           from primitive in Enumerable.Range(0, primitives.Length)
           where primitives[primitive].TriangleCount > 0
           select new Part(_model, node, primitive, _nodeBounds[node]),
    ];

    /// <summary>The surface of a model where it stands now.</summary>
    /// <exception cref="InvalidOperationException">Its pose, weights, materials or transform do not fit its asset.</exception>
    public static ModelSurface Of(ModelNode model) => new(SnapshotBuilder.Freeze(model));

    /// <summary>Whether the surface comes within a distance of a point.</summary>
    /// <param name="point">In the world, metres.</param>
    /// <param name="distance">Metres, 0 or more.</param>
    public bool ComesWithin(Vector3 point, float distance)
    {
        foreach (var part in Parts)
            if (part.Bounds.DistanceTo(point) <= distance && part.Tree.ComesWithin(point, distance, part.WorldFromTree)) return true;
        return false;
    }

    /// <summary>
    /// Whether a point lies in the model's solid: in more than half of all directions, the first that one meets of the model is the back of a
    /// triangle. So it is in a pillar without a base and in a double-sided mesh, but not in the air of a room whose walls face inwards, nor
    /// behind a sheet. Surfaces that can be seen through do not count.
    /// </summary>
    /// <param name="point">In the world, metres.</param>
    public bool Holds(Vector3 point)
    {
        if (!(Bounds.DistanceTo(point) <= 0)) return false;
        var (behind, left) = (0, Directions.Length);
        foreach (var direction in Directions)
        {
            if (MeetsBack(point, direction)) behind++;
            left--;
            if (2 * behind > Directions.Length) return true;
            if (2 * (behind + left) <= Directions.Length) return false;
        }

        return false;
    }

    private bool MeetsBack(Vector3 point, Vector3 direction)
    {
        var (nearest, fromBehind) = (float.PositiveInfinity, false);
        foreach (var part in Parts)
        {
            if (part.IsClear || !part.CanBeInverted) continue;
            var (before, back) = (nearest, false);
            part.Tree.FindHit(Vector3.Transform(point, part.TreeFromWorld), Vector3.TransformNormal(direction, part.TreeFromWorld), ref nearest, ref back);
            if (nearest < before) fromBehind = back != part.IsTurnedOver;
        }

        return fromBehind;
    }

    private BoundingBox BoundsOf(int node)
    {
        var asset = _model.Asset.Nodes[node];
        var extent = MeshExtent.Of(_model.Asset.Meshes[asset.Mesh]);
        var weights = _model.MorphWeights[node];
        var reach = 0f;
        for (var t = 0; t < Math.Min(weights.Length, extent.TargetReach.Length); t++) reach += MathF.Abs(weights[t]) * extent.TargetReach[t];
        if (asset.Skin < 0) return Widened(extent.Bounds, reach).Transform(_model.WorldFromNodes[node]);
        var bounds = Widened(extent.UnskinnedBounds, reach).Transform(_model.WorldFromNodes[node]);
        var joints = _model.WorldFromBind[asset.Skin];
        for (var j = 0; j < extent.JointBounds.Length; j++) bounds = bounds.Union(Widened(extent.JointBounds[j], reach).Transform(joints[j]));
        return bounds;
    }

    private static BoundingBox Widened(BoundingBox box, float reach) =>
        box.IsEmpty ? box : new BoundingBox(box.Min - new Vector3(reach), box.Max + new Vector3(reach));

    // A spiral from pole to pole in steps of the golden angle (Vogel 1979, on the sphere).
    private static ImmutableArray<Vector3> Sphere(int count)
    {
        var golden = MathF.PI * (3 - MathF.Sqrt(5));
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var y = 1 - (2 * i + 1f) / count;
                var (sin, cos) = MathF.SinCos(golden * i);
                var ring = MathF.Sqrt(1 - y * y);
                return new Vector3(ring * sin, y, ring * cos);
            }),
        ];
    }

    /// <summary>One primitive of one node.</summary>
    private sealed class Part
    {
        private readonly Lazy<TriangleTree> _tree;

        public Part(FrameModel model, int node, int primitive, BoundingBox bounds)
        {
            Bounds = bounds;
            var asset = model.Asset.Nodes[node];
            var mesh = model.Asset.Meshes[asset.Mesh].Primitives[primitive];
            var material = model.Materials[mesh.Material];
            IsClear = material.AlphaMode == AlphaMode.Blend || material.TransmissionFactor > 0;
            var isSkinned = asset.Skin >= 0 && mesh.InfluencesPerVertex > 0;
            if (!isSkinned && model.MorphWeights[node].All(weight => weight == 0))
            {
                WorldFromTree = model.WorldFromNodes[node];
                _tree = new(() => TriangleTree.Of(mesh));
            }
            else
            {
                // In the world already; what is mirrored on the way there has its triangles the other way round.
                WorldFromTree = Matrix4x4.Identity;
                IsTurnedOver = (isSkinned ? model.WorldFromBind[asset.Skin][0] : model.WorldFromNodes[node]).GetDeterminant() < 0;
                _tree = new(() => Posed(model, node, primitive, mesh));
            }

            CanBeInverted = Matrix4x4.Invert(WorldFromTree, out var treeFromWorld);
            TreeFromWorld = treeFromWorld;
        }

        public BoundingBox Bounds { get; }

        public TriangleTree Tree => _tree.Value;

        public Matrix4x4 WorldFromTree { get; }

        public Matrix4x4 TreeFromWorld { get; }

        public bool CanBeInverted { get; }

        public bool IsTurnedOver { get; }

        /// <summary>True for glass and for blended surfaces.</summary>
        public bool IsClear { get; }

        private static TriangleTree Posed(FrameModel model, int node, int primitive, PrimitiveAsset mesh)
        {
            var positions = new Vector3[mesh.VertexCount];
            PosedGeometry.InWorld(model).Positions(node, primitive, positions);
            return new TriangleTree(positions, mesh.Indices.Span);
        }
    }
}
