using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Materials;

namespace SynthRender.Rendering.Coverage;

/// <summary>A primitive of a model in a frame: its id, which of its faces are drawn, and where exactly its vertices are. Used again frame after frame.</summary>
internal sealed class DrawnPrimitive
{
    private Placement[] _viewFromBind = [];
    private int _joints;

    /// <summary>The vertices.</summary>
    internal PrimitiveAsset Asset { get; set; } = null!;

    /// <summary>The indices of the level of detail that was drawn.</summary>
    internal ReadOnlyMemory<uint> Indices { get; set; }

    internal int TriangleCount => Indices.Length / 3;

    /// <summary>That level's edges.</summary>
    internal MeshEdge[] Edges { get; set; } = [];

    /// <summary>By how many metres that level may lie beside full detail.</summary>
    internal double ErrorMetres { get; set; }

    internal uint Id { get; set; }

    internal Material Material { get; set; } = Material.Default;

    /// <summary>Where the mesh's node stands.</summary>
    internal Placement ViewFromMesh { get; set; }

    /// <summary>For each joint; empty when nothing is skinned.</summary>
    internal ReadOnlySpan<Placement> ViewFromBind => _viewFromBind.AsSpan(0, _joints);

    /// <summary>One for each morph target.</summary>
    internal ImmutableArray<float> MorphWeights { get; set; }

    /// <summary>The transform mirrors: faces run clockwise from their front.</summary>
    internal bool Mirrored { get; set; }

    /// <summary>Whether the surface is there is decided point by point.</summary>
    internal bool IsCutOut => Material.AlphaMode != AlphaMode.Opaque && (Material.BaseColorTexture is not null || !Asset.Colors.IsEmpty);

    /// <summary>Index of its first vertex among the frame's.</summary>
    internal int FirstVertex { get; set; }

    /// <summary>Index of its first triangle among the frame's.</summary>
    internal int FirstTriangle { get; set; }

    internal bool IsSkinned => _joints > 0;

    internal bool IsMorphed => Asset.MorphTargets.Length > 0;

    /// <summary>Places the joints; none when nothing is skinned.</summary>
    internal void PlaceJoints(ReadOnlySpan<Matrix4x4> worldFromBind, in Placement viewFromWorld)
    {
        if (_viewFromBind.Length < worldFromBind.Length) _viewFromBind = new Placement[worldFromBind.Length];
        _joints = worldFromBind.Length;
        for (var j = 0; j < _joints; j++) _viewFromBind[j] = Placement.From(worldFromBind[j]).Then(viewFromWorld);
    }

    /// <summary>A vertex in camera coordinates, from the asset's floats in double precision.</summary>
    internal Point3 View(int vertex)
    {
        var bind = Point3.From(Asset.Positions.Span[vertex]);
        for (var t = 0; t < Asset.MorphTargets.Length && t < MorphWeights.Length; t++)
        {
            var deltas = Asset.MorphTargets[t].Positions.Span;
            if (MorphWeights[t] != 0 && !deltas.IsEmpty) bind += Point3.From(deltas[vertex]) * MorphWeights[t];
        }

        if (!IsSkinned) return ViewFromMesh.Apply(bind);
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
