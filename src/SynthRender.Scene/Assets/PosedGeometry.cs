using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Labels;

namespace SynthRender.Assets;

/// <summary>
/// A model's geometry with pose, skin and morph targets applied, evaluated on the CPU as glTF prescribes: morph first, then skin
/// (or, without one, the node). What comes out lies in the model's own frame, or in the world for a <see cref="FrameModel"/>.
/// </summary>
public sealed class PosedGeometry
{
    private readonly ModelAsset _asset;
    private readonly ImmutableArray<Matrix4x4> _fromNodes;
    private readonly ImmutableArray<ImmutableArray<Matrix4x4>> _fromBind;
    private readonly ImmutableArray<ImmutableArray<float>> _weights;

    private PosedGeometry(
        ModelAsset asset, ImmutableArray<Matrix4x4> fromNodes, ImmutableArray<ImmutableArray<Matrix4x4>> fromBind, ImmutableArray<ImmutableArray<float>> weights) =>
        (_asset, _fromNodes, _fromBind, _weights) = (asset, fromNodes, fromBind, weights);

    /// <summary>A frame's model, in the world.</summary>
    public static PosedGeometry InWorld(FrameModel model) => new(model.Asset, model.WorldFromNodes, model.WorldFromBind, model.MorphWeights);

    /// <summary>An asset in its rest pose, in its own frame.</summary>
    public static PosedGeometry AtRest(ModelAsset asset) => InModel(asset, asset.RestPose, asset.RestMorphWeights);

    /// <summary>An asset in a pose, in its own frame.</summary>
    /// <param name="asset">The asset.</param>
    /// <param name="pose">One transform for each node.</param>
    /// <param name="morphWeights">Weights for each node, as many as its mesh has targets.</param>
    /// <exception cref="ArgumentException">A length does not fit the asset.</exception>
    public static PosedGeometry InModel(ModelAsset asset, ImmutableArray<Transform> pose, ImmutableArray<ImmutableArray<float>> morphWeights)
    {
        if (morphWeights.Length != asset.Nodes.Length)
            throw new ArgumentException($"Model '{asset.Name}' has {asset.Nodes.Length} nodes, there are weights for {morphWeights.Length}.", nameof(morphWeights));
        var modelFromNodes = asset.ModelFromNodes(pose);
        return new PosedGeometry(asset, [.. modelFromNodes], [.. asset.Skins.Select(s => FromBind(s, modelFromNodes))], morphWeights);
    }

    /// <summary>Where one vertex lies.</summary>
    /// <param name="node">Index of the asset node that carries the mesh.</param>
    /// <param name="vertex">Which vertex of its mesh.</param>
    /// <exception cref="ArgumentOutOfRangeException">The node has no such vertex.</exception>
    public Vector3 Vertex(int node, KeypointVertex vertex)
    {
        var primitive = Primitive(node, vertex.Primitive);
        if ((uint)vertex.Vertex >= (uint)primitive.VertexCount)
            throw new ArgumentOutOfRangeException(nameof(vertex), vertex, $"The primitive has {primitive.VertexCount} vertices.");
        var v = vertex.Vertex;
        var point = primitive.Positions.Span[v];
        var weights = _weights[node];
        for (var t = 0; t < weights.Length && t < primitive.MorphTargets.Length; t++)
            if (weights[t] != 0 && primitive.MorphTargets[t].Positions is { Length: > 0 } deltas) point += weights[t] * deltas.Span[v];
        return IsSkinned(node, primitive)
            ? Vector3.Transform(point, Blend(primitive, _fromBind[_asset.Nodes[node].Skin], v))
            : Vector3.Transform(point, _fromNodes[node]);
    }

    /// <summary>Where all vertices of a primitive lie.</summary>
    /// <param name="node">Index of the asset node that carries the mesh.</param>
    /// <param name="primitive">Index of the primitive in the node's mesh.</param>
    /// <param name="destination">As long as the primitive has vertices.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The node has no such primitive.</exception>
    public void Positions(int node, int primitive, Span<Vector3> destination)
    {
        var asset = Primitive(node, primitive);
        if (destination.Length != asset.VertexCount)
            throw new ArgumentException($"The primitive has {asset.VertexCount} vertices, the destination holds {destination.Length}.", nameof(destination));
        asset.Positions.Span.CopyTo(destination);
        var weights = _weights[node];
        for (var t = 0; t < weights.Length && t < asset.MorphTargets.Length; t++)
            Add(destination, asset.MorphTargets[t].Positions.Span, weights[t]);
        if (!IsSkinned(node, asset))
        {
            var fromNode = _fromNodes[node];
            for (var v = 0; v < destination.Length; v++) destination[v] = Vector3.Transform(destination[v], fromNode);
            return;
        }

        var fromBind = _fromBind[_asset.Nodes[node].Skin];
        for (var v = 0; v < destination.Length; v++) destination[v] = Vector3.Transform(destination[v], Blend(asset, fromBind, v));
    }

    /// <summary>The unit normals of all vertices of a primitive.</summary>
    /// <param name="node">Index of the asset node that carries the mesh.</param>
    /// <param name="primitive">Index of the primitive in the node's mesh.</param>
    /// <param name="destination">As long as the primitive has vertices.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The node has no such primitive.</exception>
    public void Normals(int node, int primitive, Span<Vector3> destination)
    {
        var asset = Primitive(node, primitive);
        if (destination.Length != asset.VertexCount)
            throw new ArgumentException($"The primitive has {asset.VertexCount} vertices, the destination holds {destination.Length}.", nameof(destination));
        asset.Normals.Span.CopyTo(destination);
        var weights = _weights[node];
        for (var t = 0; t < weights.Length && t < asset.MorphTargets.Length; t++)
            Add(destination, asset.MorphTargets[t].Normals.Span, weights[t]);
        var skinned = IsSkinned(node, asset);
        var matrix = NormalTransform.Of(_fromNodes[node]);
        for (var v = 0; v < destination.Length; v++)
        {
            if (skinned) matrix = NormalTransform.Of(Blend(asset, _fromBind[_asset.Nodes[node].Skin], v));
            destination[v] = Vector3.Normalize(Vector3.TransformNormal(destination[v], matrix));
        }
    }

    /// <summary>How far everything that is drawn reaches against a direction: the least value of point · direction; +∞ for a model without meshes.</summary>
    /// <param name="direction">In the frame of what comes out; need not be of unit length, whose multiples multiply the result.</param>
    public float Least(Vector3 direction)
    {
        var least = float.PositiveInfinity;
        for (var node = 0; node < _asset.Nodes.Length; node++)
        {
            if (_asset.Nodes[node].Mesh < 0) continue;
            var primitives = _asset.Meshes[_asset.Nodes[node].Mesh].Primitives;
            for (var p = 0; p < primitives.Length; p++)
                if (MayReachBelow(node, primitives[p], direction, least)) least = MathF.Min(least, Least(node, p, direction));
        }

        return least;
    }

    /// <summary>Whether what moves a vertex mirrors: the triangles around it turn over then.</summary>
    internal bool IsMirrored(int node, int primitive, int vertex)
    {
        var asset = Primitive(node, primitive);
        var matrix = IsSkinned(node, asset) ? Blend(asset, _fromBind[_asset.Nodes[node].Skin], vertex) : _fromNodes[node];
        return matrix.GetDeterminant() < 0;
    }

    /// <summary>The tight box around everything that is drawn; empty for a model without meshes.</summary>
    public BoundingBox Bounds()
    {
        var bounds = BoundingBox.Empty;
        for (var node = 0; node < _asset.Nodes.Length; node++)
            if (_asset.Nodes[node].Mesh >= 0) bounds = bounds.Union(Bounds(node));
        return bounds;
    }

    /// <summary>The tight box around what one node carries.</summary>
    /// <param name="node">Index of an asset node with a mesh.</param>
    /// <exception cref="ArgumentOutOfRangeException">The node carries no mesh.</exception>
    public BoundingBox Bounds(int node)
    {
        var bounds = BoundingBox.Empty;
        Primitive(node, 0);
        var primitives = _asset.Meshes[_asset.Nodes[node].Mesh].Primitives;
        for (var p = 0; p < primitives.Length; p++)
        {
            var positions = new Vector3[primitives[p].VertexCount];
            Positions(node, p, positions);
            foreach (var position in positions) bounds = bounds.Include(position);
        }

        return bounds;
    }

    private float Least(int node, int primitive, Vector3 direction)
    {
        var least = float.PositiveInfinity;
        var count = Primitive(node, primitive).VertexCount;
        var rented = ArrayPool<Vector3>.Shared.Rent(count);
        Positions(node, primitive, rented.AsSpan(0, count));
        foreach (var position in rented.AsSpan(0, count)) least = MathF.Min(least, Vector3.Dot(position, direction));
        ArrayPool<Vector3>.Shared.Return(rented);
        return least;
    }

    // The box of a rigid part tells without a look at its vertices; a skin or a morph target leaves the box.
    private bool MayReachBelow(int node, PrimitiveAsset primitive, Vector3 direction, float least)
    {
        if (IsSkinned(node, primitive) || _weights[node].Any(weight => weight != 0)) return true;
        var box = primitive.Bounds.Transform(_fromNodes[node]);
        var half = box.Size * 0.5f;
        return Vector3.Dot(box.Center, direction) - Vector3.Dot(half, Vector3.Abs(direction)) < least;
    }

    private static ImmutableArray<Matrix4x4> FromBind(SkinAsset skin, Matrix4x4[] fromNodes)
    {
        var matrices = new Matrix4x4[skin.Joints.Length];
        for (var j = 0; j < matrices.Length; j++) matrices[j] = skin.JointFromBind[j] * fromNodes[skin.Joints[j]];
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(matrices);
    }

    private static Matrix4x4 Blend(PrimitiveAsset primitive, ImmutableArray<Matrix4x4> fromBind, int vertex)
    {
        var influences = primitive.InfluencesPerVertex;
        var joints = primitive.Joints.Span.Slice(vertex * influences, influences);
        var weights = primitive.Weights.Span.Slice(vertex * influences, influences);
        var sum = default(Matrix4x4);
        for (var k = 0; k < influences; k++)
            if (weights[k] != 0) sum += fromBind[joints[k]] * weights[k];
        return sum;
    }

    private static void Add(Span<Vector3> destination, ReadOnlySpan<Vector3> deltas, float weight)
    {
        if (weight == 0 || deltas.IsEmpty) return;
        for (var v = 0; v < destination.Length; v++) destination[v] += weight * deltas[v];
    }

    private bool IsSkinned(int node, PrimitiveAsset primitive) => _asset.Nodes[node].Skin >= 0 && primitive.InfluencesPerVertex > 0;

    private PrimitiveAsset Primitive(int node, int primitive)
    {
        if ((uint)node >= (uint)_asset.Nodes.Length || _asset.Nodes[node].Mesh < 0)
            throw new ArgumentOutOfRangeException(nameof(node), node, $"Model '{_asset.Name}' has no mesh at this node.");
        var primitives = _asset.Meshes[_asset.Nodes[node].Mesh].Primitives;
        return (uint)primitive < (uint)primitives.Length ? primitives[primitive] : throw new ArgumentOutOfRangeException(
            nameof(primitive), primitive, $"Node '{_asset.Nodes[node].Name}' has {primitives.Length} primitives.");
    }
}
