using System.Collections.Immutable;
using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Tells whether triangles bound a solid that shows only their fronts to whoever is outside: every edge is walked as often one way as
/// the other, and no side of a triangle that is turned outwards lies deeper than nothing. A surface that is closed but inside out
/// somewhere, as a room is, does not.
/// </summary>
internal sealed class SolidSurface
{
    // Where a triangle is tested: off its middle, so that rays through symmetric shapes meet no edge.
    private static readonly Vector3 TestPoint = new(0.3183f, 0.3679f, 0.3138f);

    private readonly List<Vector3> _corners = [];
    private readonly List<int> _triangles = [];

    private SolidSurface(MeshAsset mesh, ImmutableArray<ReadOnlyMemory<uint>> indices)
    {
        var cornerAt = new Dictionary<Vector3, int>();
        for (var p = 0; p < mesh.Primitives.Length; p++)
        {
            var positions = mesh.Primitives[p].Positions.Span;
            var list = indices[p].Span;
            for (var i = 0; i < list.Length; i += 3)
            {
                var (a, b, c) = (Corner(positions[(int)list[i]]), Corner(positions[(int)list[i + 1]]), Corner(positions[(int)list[i + 2]]));
                if (a != b && b != c && c != a) _triangles.AddRange([a, b, c]);
            }
        }

        int Corner(Vector3 position)
        {
            if (cornerAt.TryGetValue(position, out var corner)) return corner;
            cornerAt.Add(position, corner = _corners.Count);
            _corners.Add(position);
            return corner;
        }
    }

    private int TriangleCount => _triangles.Count / 3;

    /// <summary>Tests a level of a mesh, all of its primitives together, at rest.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="indices">For each primitive, three indices a triangle.</param>
    public static bool Of(MeshAsset mesh, ImmutableArray<ReadOnlyMemory<uint>> indices)
    {
        foreach (var primitive in mesh.Primitives)
            if (primitive.Topology != PrimitiveTopologyKind.Triangles) return false;
        var surface = new SolidSurface(mesh, indices);
        return surface.TriangleCount > 0 && surface.IsClosed() && surface.IsTurnedOutwards(0) && surface.IsTurnedOutwards(1) && surface.IsTurnedOutwards(2);
    }

    private bool IsClosed()
    {
        // The edge's two corners, the lower first, and which way it is walked.
        var edges = new ulong[_triangles.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            var (from, to) = (_triangles[i], _triangles[i % 3 == 2 ? i - 2 : i + 1]);
            edges[i] = from < to ? (ulong)from << 33 | (ulong)to << 1 : (ulong)to << 33 | (ulong)from << 1 | 1;
        }

        Array.Sort(edges);
        for (int i = 0, balance = 0; i < edges.Length; i++)
        {
            balance += (edges[i] & 1) == 0 ? 1 : -1;
            var last = i + 1 == edges.Length || edges[i + 1] >> 1 != edges[i] >> 1;
            if (last && balance != 0) return false;
        }

        return true;
    }

    /// <summary>
    /// Tests the triangles that look along an axis more than along the others: a ray from each one's outer side, along the axis, leaves
    /// at least as many solids as it enters.
    /// </summary>
    private bool IsTurnedOutwards(int axis)
    {
        var (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
        var grid = new RayGrid(_corners, _triangles, u, v);
        for (var t = 0; t < TriangleCount; t++)
        {
            var (a, b, c) = (_corners[_triangles[3 * t]], _corners[_triangles[3 * t + 1]], _corners[_triangles[3 * t + 2]]);
            var normal = Vector3.Cross(b - a, c - a);
            if (normal == Vector3.Zero || Steepest(Vector3.Abs(normal)) != axis) continue;
            var point = a * TestPoint.X + b * TestPoint.Y + c * TestPoint.Z;
            var depth = normal[axis] < 0 ? -1 : 0;
            foreach (var other in grid.Near(point[u], point[v]))
            {
                if (other == t) continue;
                var turn = Contains(other, point[u], point[v], u, v);
                if (turn != 0 && At(other, point[u], point[v], axis, u, v) > point[axis]) depth += turn;
            }

            if (depth < 0) return false;
        }

        return true;
    }

    private static int Steepest(Vector3 size) => size.X >= size.Y && size.X >= size.Z ? 0 : size.Y >= size.Z ? 1 : 2;

    /// <summary>0 when a ray passes a triangle by, 1 when it leaves through its front, −1 when it enters there.</summary>
    private int Contains(int triangle, double pu, double pv, int u, int v)
    {
        var left = 0;
        for (var i = 0; i < 3; i++)
        {
            var (from, to) = (_triangles[3 * triangle + i], _triangles[3 * triangle + (i + 1) % 3]);
            // The same sum for both triangles at an edge, so that a ray through it meets one of them.
            var (a, b) = from < to ? (_corners[from], _corners[to]) : (_corners[to], _corners[from]);
            var side = ((double)b[u] - a[u]) * (pv - a[v]) - ((double)b[v] - a[v]) * (pu - a[u]);
            left += side >= 0 == from < to ? 1 : 0;
        }

        return left == 3 ? 1 : left == 0 ? -1 : 0;
    }

    /// <summary>Where along the axis a ray meets a triangle's plane.</summary>
    private double At(int triangle, double pu, double pv, int axis, int u, int v)
    {
        var (a, b, c) = (_corners[_triangles[3 * triangle]], _corners[_triangles[3 * triangle + 1]], _corners[_triangles[3 * triangle + 2]]);
        var (bu, bv, ba) = ((double)b[u] - a[u], (double)b[v] - a[v], (double)b[axis] - a[axis]);
        var (cu, cv, ca) = ((double)c[u] - a[u], (double)c[v] - a[v], (double)c[axis] - a[axis]);
        var area = bu * cv - bv * cu;
        return a[axis] + (((pu - a[u]) * cv - (pv - a[v]) * cu) * ba + ((pv - a[v]) * bu - (pu - a[u]) * bv) * ca) / area;
    }

    /// <summary>Triangles by where they lie across an axis.</summary>
    private readonly struct RayGrid
    {
        private readonly int _side;
        private readonly Vector2 _low;
        private readonly Vector2 _scale;
        private readonly int[] _starts;
        private readonly int[] _members;

        public RayGrid(List<Vector3> corners, List<int> triangles, int u, int v)
        {
            var count = triangles.Count / 3;
            _side = Math.Clamp((int)MathF.Sqrt(count), 1, 1024);
            (_low, var high) = (new Vector2(float.PositiveInfinity), new Vector2(float.NegativeInfinity));
            foreach (var corner in corners)
                (_low, high) = (Vector2.Min(_low, new Vector2(corner[u], corner[v])), Vector2.Max(high, new Vector2(corner[u], corner[v])));
            _scale = new Vector2(_side) / Vector2.Max(high - _low, new Vector2(1e-30f));
            _starts = new int[_side * _side + 1];
            _members = [];
            for (var pass = 0; pass < 2; pass++)
            {
                // Counted first, then filed from each cell's end.
                for (var t = 0; t < count; t++)
                {
                    var (a, b, c) = (corners[triangles[3 * t]], corners[triangles[3 * t + 1]], corners[triangles[3 * t + 2]]);
                    var (first, last) = (Vector3.Min(a, Vector3.Min(b, c)), Vector3.Max(a, Vector3.Max(b, c)));
                    var (u0, v0, u1, v1) = (Cell(first[u], 0), Cell(first[v], 1), Cell(last[u], 0), Cell(last[v], 1));
                    for (var y = v0; y <= v1; y++)
                    {
                        for (var x = u0; x <= u1; x++)
                        {
                            ref var start = ref _starts[y * _side + x];
                            if (pass == 0) start++;
                            else _members[--start] = t;
                        }
                    }
                }

                if (pass > 0) break;
                for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
                _members = new int[_starts[^1]];
            }
        }

        /// <summary>The triangles that a ray along the axis may meet.</summary>
        public ReadOnlySpan<int> Near(float u, float v)
        {
            var cell = Cell(v, 1) * _side + Cell(u, 0);
            return _members.AsSpan(_starts[cell].._starts[cell + 1]);
        }

        private int Cell(float value, int axis) => Math.Clamp((int)((value - _low[axis]) * _scale[axis]), 0, _side - 1);
    }
}
