using System.Numerics;
using SynthRender.Modeling.Meshing;

namespace SynthRender.Modeling.Unwrapping;

/// <summary>
/// Cuts a closed mesh into charts: faces are sorted by the axis they look along, connected pieces are projected onto the
/// plane of their mean normal, and whatever would fold over or overlap there becomes a chart of its own.
/// </summary>
public sealed class ChartCutter
{
    private const float LeastFacing = 0.2f;

    private static readonly Vector3[] Axes =
        [Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ];

    private readonly TriangleMesh _mesh;
    private readonly Vector3[] _cross;
    private readonly int[][] _neighbours;
    private readonly float _texel;

    private ChartCutter(TriangleMesh mesh, float texel)
    {
        (_mesh, _texel) = (mesh, texel);
        _cross = [.. Enumerable.Range(0, mesh.TriangleCount).Select(mesh.Cross)];
        _neighbours = Neighbours(mesh);
    }

    /// <summary>Cuts a mesh.</summary>
    /// <param name="mesh">Closed and consistently oriented.</param>
    /// <param name="texel">Size of the cells on which overlap is found, metres; about a texel of the atlas.</param>
    public static List<Chart> Cut(TriangleMesh mesh, float texel)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(texel);
        var cutter = new ChartCutter(mesh, texel);
        var labels = cutter.Label();
        var charts = new List<Chart>();
        var pending = new Stack<List<int>>(cutter.Pieces(labels, Enumerable.Range(0, mesh.TriangleCount)).AsEnumerable().Reverse());
        while (pending.Count > 0)
        {
            var (chart, rest) = cutter.Flatten(pending.Pop());
            charts.Add(chart);
            foreach (var piece in cutter.Pieces(labels, rest).AsEnumerable().Reverse())
                pending.Push(piece);
        }

        return charts;
    }

    private static int[][] Neighbours(TriangleMesh mesh)
    {
        var byEdge = new Dictionary<(int, int), int>();
        for (var i = 0; i < mesh.Indices.Length; i++)
            byEdge[(mesh.Indices[i], mesh.Indices[i % 3 == 2 ? i - 2 : i + 1])] = i / 3;
        var result = new int[mesh.TriangleCount][];
        for (var t = 0; t < result.Length; t++)
        {
            result[t] = new int[3];
            for (var k = 0; k < 3; k++)
                result[t][k] = byEdge[(mesh.Indices[3 * t + (k + 1) % 3], mesh.Indices[3 * t + k])];
        }

        return result;
    }

    private int[] Label()
    {
        // Looking along the mean of a neighbourhood keeps small folds from falling into many charts.
        var facing = _cross;
        for (var pass = 0; pass < 4; pass++)
        {
            var before = facing;
            facing = [.. Enumerable.Range(0, before.Length).Select(t =>
                before[t] + 0.5f * (before[_neighbours[t][0]] + before[_neighbours[t][1]] + before[_neighbours[t][2]]))];
        }

        var labels = new int[_cross.Length];
        for (var t = 0; t < labels.Length; t++)
        {
            var seen = Vector3.Dot(facing[t], _cross[t]) > 0.3f * facing[t].Length() * _cross[t].Length() ? facing[t] : _cross[t];
            for (var a = 1; a < 6; a++)
                if (Vector3.Dot(seen, Axes[a]) > Vector3.Dot(seen, Axes[labels[t]]))
                    labels[t] = a;
        }

        for (var pass = 0; pass < 4; pass++)
        {
            for (var t = 0; t < labels.Length; t++)
            {
                var n = _neighbours[t];
                var other = labels[n[0]] == labels[n[1]] || labels[n[0]] == labels[n[2]] ? labels[n[0]] : labels[n[1]] == labels[n[2]] ? labels[n[1]] : labels[t];
                if (other != labels[t] && Vector3.Dot(_cross[t], Axes[other]) > 0.4f * _cross[t].Length())
                    labels[t] = other;
            }
        }

        MergeSmall(labels);
        return labels;
    }

    // A chart of a few faces costs more in gutters than it saves in stretch: give it to the neighbour that sees most of it.
    private void MergeSmall(int[] labels)
    {
        var total = _cross.Sum(c => c.Length());
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var piece in Pieces(labels, Enumerable.Range(0, labels.Length)))
            {
                if (piece.Sum(t => _cross[t].Length()) > 0.004f * total)
                    continue;
                var shared = new int[6];
                foreach (var t in piece)
                    foreach (var n in _neighbours[t])
                        if (labels[n] != labels[t] && piece.TrueForAll(p => Vector3.Dot(_cross[p], Axes[labels[n]]) >= LeastFacing * _cross[p].Length()))
                            shared[labels[n]]++;
                var best = Array.IndexOf(shared, shared.Max());
                if (shared[best] > 0)
                    foreach (var t in piece)
                        labels[t] = best;
            }
        }
    }

    private List<List<int>> Pieces(int[] labels, IEnumerable<int> triangles)
    {
        var open = new HashSet<int>(triangles);
        var pieces = new List<List<int>>();
        foreach (var seed in open.Order().ToArray())
        {
            if (!open.Remove(seed))
                continue;
            var piece = new List<int> { seed };
            for (var i = 0; i < piece.Count; i++)
                foreach (var n in _neighbours[piece[i]])
                    if (labels[n] == labels[seed] && open.Remove(n))
                        piece.Add(n);
            pieces.Add(piece);
        }

        return pieces;
    }

    private (Chart Chart, List<int> Left) Flatten(List<int> piece)
    {
        var normal = Vector3.Normalize(piece.Aggregate(Vector3.Zero, (sum, t) => sum + _cross[t]));
        var seed = piece.MaxBy(t => Vector3.Dot(_cross[t], normal));
        if (!(Vector3.Dot(_cross[seed], normal) > LeastFacing * _cross[seed].Length()))
            normal = Vector3.Normalize(_cross[seed = piece.MaxBy(t => _cross[t].LengthSquared())]);
        // A piece without area looks nowhere; any plane will do for it.
        if (!float.IsFinite(normal.X))
            normal = Vector3.UnitZ;
        var right = Vector3.Normalize(Vector3.Cross(MathF.Abs(normal.Y) < 0.8f ? Vector3.UnitY : Vector3.UnitZ, normal));
        var up = Vector3.Cross(normal, right);

        var open = new HashSet<int>(piece);
        var taken = new Dictionary<(int, int), int>();
        var kept = new List<int>();
        var queue = new Queue<int>();
        open.Remove(seed);
        queue.Enqueue(seed);
        var rest = new List<int>();
        while (queue.TryDequeue(out var t))
        {
            if (t != seed && (Vector3.Dot(_cross[t], normal) <= LeastFacing * _cross[t].Length() || !Claim(t, right, up, taken)))
            {
                rest.Add(t);
                continue;
            }

            if (t == seed)
                Claim(t, right, up, taken);
            kept.Add(t);
            foreach (var n in _neighbours[t])
                if (open.Remove(n))
                    queue.Enqueue(n);
        }

        rest.AddRange(open.Order());
        return (Lay(kept, right, up), rest);
    }

    // Takes the cells under a triangle, slightly shrunk so that neighbours do not meet; false when another has one of them.
    private bool Claim(int triangle, Vector3 right, Vector3 up, Dictionary<(int, int), int> taken)
    {
        Span<Vector2> p = stackalloc Vector2[3];
        for (var k = 0; k < 3; k++)
        {
            var v = _mesh.Positions[_mesh.Indices[3 * triangle + k]];
            p[k] = new Vector2(Vector3.Dot(v, right), Vector3.Dot(v, up)) / _texel;
        }

        var middle = (p[0] + p[1] + p[2]) / 3f;
        for (var k = 0; k < 3; k++)
            p[k] = middle + (p[k] - middle) * 0.97f;
        var low = Vector2.Min(p[0], Vector2.Min(p[1], p[2]));
        var high = Vector2.Max(p[0], Vector2.Max(p[1], p[2]));
        var cells = new List<(int, int)>();
        for (var y = (int)MathF.Floor(low.Y); y <= high.Y; y++)
        {
            for (var x = (int)MathF.Floor(low.X); x <= high.X; x++)
            {
                var c = new Vector2(x + 0.5f, y + 0.5f);
                if (Side(p[0], p[1], c) < 0f || Side(p[1], p[2], c) < 0f || Side(p[2], p[0], c) < 0f)
                    continue;
                if (taken.ContainsKey((x, y)))
                    return false;
                cells.Add((x, y));
            }
        }

        foreach (var cell in cells)
            taken[cell] = triangle;
        return true;
    }

    private static float Side(Vector2 a, Vector2 b, Vector2 p) => (b.X - a.X) * (p.Y - a.Y) - (b.Y - a.Y) * (p.X - a.X);

    private Chart Lay(List<int> triangles, Vector3 right, Vector3 up)
    {
        var local = new Dictionary<int, int>();
        var vertices = new List<int>();
        var corners = new List<int>(triangles.Count * 3);
        foreach (var t in triangles)
        {
            for (var k = 0; k < 3; k++)
            {
                var v = _mesh.Indices[3 * t + k];
                if (!local.TryGetValue(v, out var at))
                {
                    local[v] = at = vertices.Count;
                    vertices.Add(v);
                }

                corners.Add(at);
            }
        }

        var flat = vertices.Select(v => new Vector2(Vector3.Dot(_mesh.Positions[v], right), -Vector3.Dot(_mesh.Positions[v], up))).ToArray();
        var best = flat;
        var bestArea = float.MaxValue;
        for (var step = 0; step < 12; step++)
        {
            var (sin, cos) = MathF.SinCos(step * MathF.PI / 24f);
            var turned = flat.Select(p => new Vector2(cos * p.X - sin * p.Y, sin * p.X + cos * p.Y)).ToArray();
            var low = turned.Aggregate(Vector2.Min);
            var size = turned.Aggregate(Vector2.Max) - low;
            if (size.X * size.Y < bestArea * 0.999f)
                (best, bestArea) = ([.. turned.Select(p => p - low)], size.X * size.Y);
        }

        return new Chart([.. triangles], [.. vertices], [.. corners], best);
    }
}
