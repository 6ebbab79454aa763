using System.Collections.Immutable;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Rendering.Coverage;

/// <summary>A primitive of a model in a frame: its id, which of its faces are drawn, and where exactly its vertices are.</summary>
internal sealed class DrawnPrimitive
{
    private readonly Placement _viewFromMesh;
    private readonly Placement[] _viewFromBind;
    private readonly ImmutableArray<float> _morphWeights;

    /// <param name="asset">The vertices.</param>
    /// <param name="edges">Its edges.</param>
    /// <param name="id">Instance id.</param>
    /// <param name="viewFromMesh">Where the mesh's node stands.</param>
    /// <param name="viewFromBind">For each joint; empty when nothing is skinned.</param>
    /// <param name="morphWeights">One for each morph target.</param>
    internal DrawnPrimitive(
        PrimitiveAsset asset, MeshEdge[] edges, uint id, Placement viewFromMesh, Placement[] viewFromBind, ImmutableArray<float> morphWeights)
    {
        (Asset, Edges, Id) = (asset, edges, id);
        (_viewFromMesh, _viewFromBind, _morphWeights) = (viewFromMesh, viewFromBind, morphWeights);
    }

    internal PrimitiveAsset Asset { get; }

    /// <summary>The indices of the level of detail that was drawn.</summary>
    internal required ReadOnlyMemory<uint> Indices { get; init; }

    internal int TriangleCount => Indices.Length / 3;

    internal MeshEdge[] Edges { get; }

    internal uint Id { get; }

    internal required Material Material { get; init; }

    internal Placement ViewFromMesh => _viewFromMesh;

    internal ReadOnlySpan<Placement> ViewFromBind => _viewFromBind;

    internal ReadOnlySpan<float> MorphWeights => _morphWeights.AsSpan();

    /// <summary>The transform mirrors: faces run clockwise from their front.</summary>
    internal bool Mirrored { get; init; }

    /// <summary>Whether the surface is there is decided point by point.</summary>
    internal bool IsCutOut => Material.AlphaMode != AlphaMode.Opaque && (Material.BaseColorTexture is not null || !Asset.Colors.IsEmpty);

    /// <summary>Index of its first vertex among the frame's.</summary>
    internal int FirstVertex { get; init; }

    /// <summary>Index of its first triangle among the frame's.</summary>
    internal int FirstTriangle { get; init; }

    internal bool IsSkinned => _viewFromBind.Length > 0;

    internal bool IsMorphed => Asset.MorphTargets.Length > 0;

    /// <summary>A vertex in camera coordinates, from the asset's floats in double precision.</summary>
    internal Point3 View(int vertex)
    {
        var bind = Point3.From(Asset.Positions.Span[vertex]);
        for (var t = 0; t < Asset.MorphTargets.Length && t < _morphWeights.Length; t++)
        {
            var deltas = Asset.MorphTargets[t].Positions.Span;
            if (_morphWeights[t] != 0 && !deltas.IsEmpty) bind += Point3.From(deltas[vertex]) * _morphWeights[t];
        }

        if (!IsSkinned) return _viewFromMesh.Apply(bind);
        var (n, view) = (Asset.InfluencesPerVertex, default(Point3));
        var joints = Asset.Joints.Span.Slice(vertex * n, n);
        var weights = Asset.Weights.Span.Slice(vertex * n, n);
        for (var i = 0; i < n; i++)
            if (weights[i] != 0) view += _viewFromBind[joints[i]].Apply(bind) * weights[i];
        return view;
    }

    /// <summary>True when the camera sees a face of the triangle that is drawn.</summary>
    internal bool Shows(in ExactTriangle triangle) =>
        !triangle.IsDegenerate && (Material.DoubleSided || triangle.IsCounterClockwise != Mirrored);

    /// <summary>A triangle in camera coordinates.</summary>
    internal ExactTriangle Exact(int triangle)
    {
        var corners = Indices.Span.Slice(3 * triangle, 3);
        return new ExactTriangle(View((int)corners[0]), View((int)corners[1]), View((int)corners[2]));
    }
}
