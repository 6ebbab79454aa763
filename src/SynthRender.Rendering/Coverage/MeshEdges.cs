using System.Numerics;
using System.Runtime.InteropServices;
using SynthRender.Assets;

namespace SynthRender.Rendering.Coverage;

/// <summary>The edges of a primitive in a level of detail: where two triangles join without a gap, and where the surface ends.</summary>
internal static class MeshEdges
{
    // 15 degrees: what is less is a seam of the texture, or too faint an edge to see.
    private const float CreaseCosine = 0.966f;

    /// <summary>Finds the edges. Vertices count as one when they move alike: same position, joints, weights and shape changes.</summary>
    internal static MeshEdge[] Of(PrimitiveAsset primitive, ReadOnlySpan<uint> indices)
    {
        var points = Welded(primitive);
        // Keyed by a pair, whose hash mixes both ends: neighbouring vertices have near numbers, and a long's hash is their exclusive or.
        var users = new Dictionary<(int From, int To), Use>(indices.Length);
        for (var i = 0; i < indices.Length; i++)
        {
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(users, Key(points, indices, i), out var known);
            use = known ? use with { Count = use.Count + 1 } : new Use(i / 3, 1);
        }

        var edges = new List<MeshEdge>(indices.Length / 2);
        for (var i = 0; i < indices.Length; i++)
        {
            var (from, to) = ((int)indices[i], (int)indices[Next(i)]);
            var joined = users[Key(points, indices, i)].Count == 1 &&
                         users.TryGetValue((points[to], points[from]), out var back) && back.Count == 1
                ? back.Triangle
                : -1;
            // Each joint once, from the triangle that comes first.
            if (joined < 0 || i / 3 < joined) edges.Add(new MeshEdge(from, to, i / 3, joined, joined >= 0 && IsCrease(primitive, points, indices, from, joined)));
        }

        return [.. edges];
    }

    /// <summary>Whether a vertex has another normal in the triangle beyond the edge.</summary>
    private static bool IsCrease(PrimitiveAsset primitive, int[] points, ReadOnlySpan<uint> indices, int vertex, int beyond)
    {
        var normals = primitive.Normals.Span;
        if (normals.IsEmpty) return false;
        for (var i = 3 * beyond; i < 3 * beyond + 3; i++)
        {
            var other = (int)indices[i];
            if (points[other] == points[vertex]) return other != vertex && Vector3.Dot(normals[other], normals[vertex]) < CreaseCosine;
        }

        return false;
    }

    private static (int From, int To) Key(int[] points, ReadOnlySpan<uint> indices, int corner) =>
        (points[(int)indices[corner]], points[(int)indices[Next(corner)]]);

    private static int Next(int corner) => corner % 3 == 2 ? corner - 2 : corner + 1;

    private static int[] Welded(PrimitiveAsset primitive)
    {
        var points = new int[primitive.VertexCount];
        var first = new Dictionary<Vector3, List<int>>(points.Length);
        var positions = primitive.Positions.Span;
        for (var v = 0; v < points.Length; v++)
        {
            ref var there = ref CollectionsMarshal.GetValueRefOrAddDefault(first, positions[v], out _);
            there ??= [];
            var alike = -1;
            foreach (var other in there)
                if (MoveAlike(primitive, other, v)) alike = other;
            if (alike < 0) there.Add(v);
            points[v] = alike < 0 ? v : alike;
        }

        return points;
    }

    private static bool MoveAlike(PrimitiveAsset primitive, int a, int b)
    {
        var n = primitive.InfluencesPerVertex;
        if (n > 0 && !(primitive.Joints.Span.Slice(a * n, n).SequenceEqual(primitive.Joints.Span.Slice(b * n, n)) &&
                       primitive.Weights.Span.Slice(a * n, n).SequenceEqual(primitive.Weights.Span.Slice(b * n, n))))
            return false;
        foreach (var target in primitive.MorphTargets)
            if (!target.Positions.IsEmpty && target.Positions.Span[a] != target.Positions.Span[b]) return false;
        return true;
    }

    private readonly record struct Use(int Triangle, int Count);
}
