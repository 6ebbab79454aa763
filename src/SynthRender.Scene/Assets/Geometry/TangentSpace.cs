using System.Numerics;

namespace SynthRender.Assets.Geometry;

/// <summary>
/// Tangents as MikkTSpace defines them (M. Mikkelsen, "Simulation of Wrinkled Surfaces Revisited", 2008, and the public
/// description of its default settings), which glTF 2.0 prescribes where a file has none: per corner, the angle-weighted mean over
/// the triangles around the vertex that are joined by edges and mapped with the same handedness.
/// </summary>
/// <remarks>
/// glTF's v runs down the image and its bitangent points up it, so the sign is the opposite of what the UVs as such would give: an
/// image that is not mirrored has sign +1.
/// </remarks>
internal sealed class TangentSpace
{
    private const int None = -1;

    private readonly Vector3[] _positions;
    private readonly Vector3[] _normals;
    private readonly uint[] _indices;
    private readonly int[] _welded;
    private readonly Vector3[] _tangents;
    private readonly bool[] _preserving;
    private readonly bool[] _undirected;
    private readonly bool[] _degenerate;
    private readonly int[] _neighbors;
    private readonly int[] _group;

    private TangentSpace(Vector3[] positions, Vector3[] normals, Vector2[] texCoords, uint[] indices)
    {
        (_positions, _normals, _indices) = (positions, normals, indices);
        var triangles = indices.Length / 3;
        _welded = Weld(positions, normals, texCoords, indices);
        _tangents = new Vector3[triangles];
        _preserving = new bool[triangles];
        _undirected = new bool[triangles];
        _degenerate = new bool[triangles];
        _neighbors = new int[indices.Length];
        _group = new int[indices.Length];
        Array.Fill(_group, None);
        for (var t = 0; t < triangles; t++) Measure(t, texCoords);
        JoinEdges();
    }

    /// <summary>A tangent for each index; W is the sign of the bitangent, cross(normal, tangent)·W.</summary>
    /// <param name="positions">Vertex positions.</param>
    /// <param name="normals">Unit vertex normals.</param>
    /// <param name="texCoords">The UV set that the normal texture uses.</param>
    /// <param name="indices">Three a triangle.</param>
    public static Vector4[] Corners(Vector3[] positions, Vector3[] normals, Vector2[] texCoords, uint[] indices) =>
        new TangentSpace(positions, normals, texCoords, indices).Solve();

    /// <summary>Some unit vector at right angles to a unit vector.</summary>
    public static Vector3 AnyPerpendicular(Vector3 normal) =>
        Vector3.Normalize(Vector3.Cross(normal, MathF.Abs(normal.X) < 0.9f ? Vector3.UnitX : Vector3.UnitY));

    private Vector4[] Solve()
    {
        var corners = new Vector4[_indices.Length];
        var solved = new bool[_indices.Length];
        var members = new List<int>();
        var groups = 0;
        for (var c = 0; c < _indices.Length; c++)
        {
            var triangle = c / 3;
            if (_degenerate[triangle] || _undirected[triangle] || _group[c] != None) continue;
            Flood(c, groups++, members);
            var tangent = Mean(members, _normals[_indices[c]]);
            var value = new Vector4(tangent, _preserving[triangle] ? -1 : 1);
            foreach (var member in members) (corners[member], solved[member]) = (value, true);
        }

        Fill(corners, solved);
        return corners;
    }

    private static int[] Weld(Vector3[] positions, Vector3[] normals, Vector2[] texCoords, uint[] indices)
    {
        var ids = new Dictionary<(Vector3, Vector3, Vector2), int>();
        var byVertex = new int[positions.Length];
        Array.Fill(byVertex, None);
        var welded = new int[indices.Length];
        for (var c = 0; c < indices.Length; c++)
        {
            var v = indices[c];
            if (byVertex[v] == None)
            {
                var key = (positions[v], normals[v], texCoords[v]);
                if (!ids.TryGetValue(key, out var id)) ids.Add(key, id = ids.Count);
                byVertex[v] = id;
            }

            welded[c] = byVertex[v];
        }

        return welded;
    }

    private void Measure(int triangle, Vector2[] texCoords)
    {
        var (i0, i1, i2) = (_indices[3 * triangle], _indices[3 * triangle + 1], _indices[3 * triangle + 2]);
        var (p0, p1, p2) = (_positions[i0], _positions[i1], _positions[i2]);
        _degenerate[triangle] = p0 == p1 || p1 == p2 || p2 == p0;
        var (s, t) = (texCoords[i1] - texCoords[i0], texCoords[i2] - texCoords[i0]);
        var area = s.X * t.Y - s.Y * t.X;
        _preserving[triangle] = area > 0;
        var (d1, d2) = (p1 - p0, p2 - p0);
        var alongU = t.Y * d1 - s.Y * d2;
        var alongV = s.X * d2 - t.X * d1;
        var (lengthU, lengthV) = (alongU.Length(), alongV.Length());
        const float Smallest = 1.17549435e-38f;
        _undirected[triangle] = !(MathF.Abs(area) > Smallest && lengthU / MathF.Abs(area) > Smallest && lengthV / MathF.Abs(area) > Smallest
            && float.IsFinite(lengthU));
        if (!_undirected[triangle]) _tangents[triangle] = alongU * ((area > 0 ? 1 : -1) / lengthU);
    }

    // Entry c is the triangle beyond the edge from corner c to the next corner.
    private void JoinEdges()
    {
        Array.Fill(_neighbors, None);
        var open = new Dictionary<(int, int), int>();
        for (var c = 0; c < _indices.Length; c++)
        {
            if (_degenerate[c / 3]) continue;
            var (from, to) = (_welded[c], _welded[Next(c)]);
            if (open.Remove((to, from), out var other)) (_neighbors[c], _neighbors[other]) = (other / 3, c / 3);
            else open.TryAdd((from, to), c);
        }
    }

    private void Flood(int start, int group, List<int> members)
    {
        members.Clear();
        var (vertex, preserving) = (_welded[start], _preserving[start / 3]);
        var pending = new Stack<int>();
        Join(start);
        while (pending.TryPop(out var triangle))
        {
            var c = 3 * triangle;
            while (c < 3 * triangle + 3 && _welded[c] != vertex) c++;
            if (c == 3 * triangle + 3 || _group[c] != None) continue;
            // A triangle whose UVs say nothing takes the handedness of the first group that reaches it.
            if (_undirected[triangle] && _group[3 * triangle] == None && _group[3 * triangle + 1] == None && _group[3 * triangle + 2] == None)
                _preserving[triangle] = preserving;
            if (_preserving[triangle] == preserving) Join(c);
        }

        void Join(int corner)
        {
            _group[corner] = group;
            members.Add(corner);
            if (_neighbors[corner] != None) pending.Push(_neighbors[corner]);
            if (_neighbors[Previous(corner)] != None) pending.Push(_neighbors[Previous(corner)]);
        }
    }

    private Vector3 Mean(List<int> members, Vector3 normal)
    {
        var sum = Vector3.Zero;
        foreach (var c in members)
        {
            if (_undirected[c / 3]) continue;
            var here = _positions[_indices[c]];
            var toPrevious = InPlane(_positions[_indices[Previous(c)]] - here, normal);
            var toNext = InPlane(_positions[_indices[Next(c)]] - here, normal);
            sum += MathF.Acos(Math.Clamp(Vector3.Dot(toPrevious, toNext), -1, 1)) * InPlane(_tangents[c / 3], normal);
        }

        var tangent = InPlane(sum, normal);
        return tangent == Vector3.Zero ? AnyPerpendicular(normal) : tangent;
    }

    // Triangles without an area or a direction of their own borrow from a neighbour at the same vertex.
    private void Fill(Vector4[] corners, bool[] solved)
    {
        var known = new Dictionary<int, int>();
        for (var c = 0; c < corners.Length; c++)
            if (solved[c]) known.TryAdd(_welded[c], c);
        for (var c = 0; c < corners.Length; c++)
            if (!solved[c])
                corners[c] = known.TryGetValue(_welded[c], out var other) ? corners[other] : new Vector4(AnyPerpendicular(_normals[_indices[c]]), 1);
    }

    private static Vector3 InPlane(Vector3 v, Vector3 normal)
    {
        v -= normal * Vector3.Dot(normal, v);
        var length = v.Length();
        return length > 1e-30f && float.IsFinite(length) ? v / length : Vector3.Zero;
    }

    private static int Next(int corner) => corner % 3 == 2 ? corner - 2 : corner + 1;

    private static int Previous(int corner) => corner % 3 == 0 ? corner + 2 : corner - 1;
}
