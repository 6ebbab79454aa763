using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// The triangles of all of a mesh's primitives as one surface: vertices numbered through, and corners, which are the vertices at one
/// place that move alike. A corner with several vertices lies on a seam of UVs, normals or primitives.
/// </summary>
internal sealed class MeshSurface
{
    private MeshSurface(int vertices, int[] triangles)
    {
        Triangles = triangles;
        CornerOf = new int[vertices];
    }

    /// <summary>Three vertices a triangle; triangles without three distinct places are left out.</summary>
    public int[] Triangles { get; private set; }

    /// <summary>The primitive of each triangle.</summary>
    public int[] PrimitiveOf { get; private set; } = [];

    /// <summary>The number of each primitive's first vertex.</summary>
    public required int[] FirstVertex { get; init; }

    /// <summary>The vertices' positions in each shape; the rest shape is the first.</summary>
    public required Vector3[][] Shapes { get; init; }

    /// <summary>What else is drawn from the vertices.</summary>
    public required VertexAttributes Attributes { get; init; }

    /// <summary>The corner of each vertex.</summary>
    public int[] CornerOf { get; }

    /// <summary>A vertex of each corner.</summary>
    public required int[] VertexAt { get; init; }

    /// <summary>Corners that share their place with others that move differently: whoever moved one would tear the surface.</summary>
    public required bool[] Torn { get; init; }

    public int VertexCount => CornerOf.Length;

    public int CornerCount => VertexAt.Length;

    public int TriangleCount => Triangles.Length / 3;

    /// <summary>Joins a mesh's triangle primitives.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="poses">How a skin may move it.</param>
    public static MeshSurface Of(MeshAsset mesh, TestPoses poses)
    {
        var first = new int[mesh.Primitives.Length];
        var (vertices, indices) = (0, 0);
        for (var p = 0; p < first.Length; p++)
        {
            first[p] = vertices;
            vertices += mesh.Primitives[p].VertexCount;
            indices += 3 * mesh.Primitives[p].TriangleCount;
        }

        var corners = new CornerTable(mesh, first, vertices);
        var surface = new MeshSurface(vertices, new int[indices])
        {
            FirstVertex = first,
            Shapes = SurfaceShapes.Of(mesh, first, vertices, poses),
            Attributes = new VertexAttributes(mesh, first, vertices),
            VertexAt = corners.VertexAt,
            Torn = corners.Torn,
        };
        corners.CornerOf.CopyTo(surface.CornerOf, 0);
        surface.Fill(mesh);
        return surface;
    }

    private void Fill(MeshAsset mesh)
    {
        PrimitiveOf = new int[TriangleCount];
        var kept = 0;
        for (var p = 0; p < mesh.Primitives.Length; p++)
        {
            var primitive = mesh.Primitives[p];
            if (primitive.TriangleCount == 0) continue;
            var list = primitive.Indices.Span;
            for (var i = 0; i < list.Length; i += 3)
            {
                var (a, b, c) = (FirstVertex[p] + (int)list[i], FirstVertex[p] + (int)list[i + 1], FirstVertex[p] + (int)list[i + 2]);
                var (ca, cb, cc) = (CornerOf[a], CornerOf[b], CornerOf[c]);
                if (ca == cb || cb == cc || cc == ca) continue;
                (Triangles[3 * kept], Triangles[3 * kept + 1], Triangles[3 * kept + 2], PrimitiveOf[kept]) = (a, b, c, p);
                kept++;
            }
        }

        Triangles = Triangles[..(3 * kept)];
        PrimitiveOf = PrimitiveOf[..kept];
    }

    /// <summary>Finds which vertices are one corner.</summary>
    private sealed class CornerTable
    {
        private readonly MeshAsset _mesh;
        private readonly int[] _first;

        public CornerTable(MeshAsset mesh, int[] first, int vertices)
        {
            (_mesh, _first) = (mesh, first);
            CornerOf = new int[vertices];
            var next = new int[vertices];
            var places = new Dictionary<Vector3, int>(vertices);
            var vertexAt = new List<int>(vertices);
            var torn = new List<bool>(vertices);
            for (int p = 0, v = 0; p < first.Length; p++)
            {
                var positions = mesh.Primitives[p].Positions.Span;
                for (var i = 0; i < positions.Length; i++, v++)
                {
                    // Lists of the vertices at one place, the newest first.
                    ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(places, positions[i], out var known);
                    next[v] = known ? head : -1;
                    head = v;
                    var corner = -1;
                    for (var other = next[v]; other >= 0 && corner < 0; other = next[other])
                        if (MoveAlike(v, p, other)) corner = CornerOf[other];
                    if (corner < 0)
                    {
                        corner = vertexAt.Count;
                        vertexAt.Add(v);
                        torn.Add(known);
                        for (var other = next[v]; other >= 0; other = next[other]) torn[CornerOf[other]] = true;
                    }

                    CornerOf[v] = corner;
                }
            }

            (VertexAt, Torn) = ([.. vertexAt], [.. torn]);
        }

        public int[] CornerOf { get; }

        public int[] VertexAt { get; }

        public bool[] Torn { get; }

        private bool MoveAlike(int v, int primitive, int other)
        {
            var otherPrimitive = primitive;
            while (other < _first[otherPrimitive]) otherPrimitive--;
            var (a, b) = (_mesh.Primitives[primitive], _mesh.Primitives[otherPrimitive]);
            var (i, j) = (v - _first[primitive], other - _first[otherPrimitive]);
            var n = a.InfluencesPerVertex;
            if (n != b.InfluencesPerVertex || a.MorphTargets.Length != b.MorphTargets.Length) return false;
            if (n > 0 && !(a.Joints.Span.Slice(i * n, n).SequenceEqual(b.Joints.Span.Slice(j * n, n))
                && a.Weights.Span.Slice(i * n, n).SequenceEqual(b.Weights.Span.Slice(j * n, n)))) return false;
            for (var t = 0; t < a.MorphTargets.Length; t++)
                if (Delta(a.MorphTargets[t], i) != Delta(b.MorphTargets[t], j)) return false;
            return true;
        }

        private static Vector3 Delta(MorphTarget target, int vertex) => target.Positions.IsEmpty ? default : target.Positions.Span[vertex];
    }
}
