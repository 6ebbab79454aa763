using System.Numerics;
using SynthRender.Assets.Geometry;

namespace SynthRender.Modeling.Meshing;

/// <summary>
/// Collapses edges of a closed mesh, cheapest quadric error first (Garland and Heckbert 1997), to a triangle budget. The
/// result is closed again: a collapse that would pinch the surface or turn a triangle over is left out.
/// </summary>
public sealed class Simplifier
{
    private readonly Vector3[] _positions;
    private readonly int[] _indices;
    private readonly Quadric[] _quadrics;
    private readonly int[] _head;
    private readonly int[] _next;
    private readonly int[] _stamp;
    private readonly bool[] _dead;
    private readonly int[] _mark;
    private readonly PriorityQueue<(int From, int To, int FromStamp, int ToStamp), (double, int, int)> _queue = new();
    private int _markId;
    private int _alive;

    private Simplifier(TriangleMesh mesh)
    {
        _positions = [.. mesh.Positions];
        _indices = [.. mesh.Indices];
        _quadrics = new Quadric[_positions.Length];
        _head = new int[_positions.Length];
        _stamp = new int[_positions.Length];
        _mark = new int[_positions.Length];
        _next = new int[_indices.Length];
        _dead = new bool[mesh.TriangleCount];
        _alive = mesh.TriangleCount;
        Array.Fill(_head, -1);
        for (var corner = _indices.Length - 1; corner >= 0; corner--)
        {
            _next[corner] = _head[_indices[corner]];
            _head[_indices[corner]] = corner;
        }
    }

    /// <summary>Simplifies a closed mesh.</summary>
    /// <param name="mesh">Closed and consistently oriented.</param>
    /// <param name="triangles">Stop at or below this many, at least 4; more remain when nothing more can be collapsed.</param>
    public static TriangleMesh Simplify(TriangleMesh mesh, int triangles)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(triangles, 4);
        if (mesh.FindOpening() is { } opening)
            throw new ArgumentException($"Only a closed mesh can be simplified: {opening}.", nameof(mesh));
        var simplifier = new Simplifier(mesh);
        simplifier.MeasureFaces();
        simplifier.Run(triangles);
        return simplifier.Compact();
    }

    private void MeasureFaces()
    {
        for (var t = 0; t < _dead.Length; t++)
        {
            var a = _positions[_indices[3 * t]];
            var cross = Vector3.Cross(_positions[_indices[3 * t + 1]] - a, _positions[_indices[3 * t + 2]] - a);
            var length = cross.Length();
            if (length == 0f)
                continue;
            var plane = Quadric.OfPlane(cross / length, a, length * 0.5);
            for (var k = 0; k < 3; k++)
            {
                var v = _indices[3 * t + k];
                // A faint pull to the old vertices keeps triangles in flat places well shaped.
                _quadrics[v] = _quadrics[v].Plus(plane).Plus(Quadric.OfPoint(_positions[v], length * 0.5 * 2e-3));
            }
        }

        for (var t = 0; t < _dead.Length; t++)
            for (var k = 0; k < 3; k++)
                if (_indices[3 * t + k] < _indices[3 * t + (k + 1) % 3])
                    Offer(_indices[3 * t + k], _indices[3 * t + (k + 1) % 3]);
    }

    private void Offer(int a, int b)
    {
        if (a > b)
            (a, b) = (b, a);
        var quadric = _quadrics[a].Plus(_quadrics[b]);
        var cost = quadric.At(Best(quadric, _positions[a], _positions[b]));
        _queue.Enqueue((a, b, _stamp[a], _stamp[b]), (cost, a, b));
    }

    private static Vector3 Best(in Quadric quadric, Vector3 a, Vector3 b)
    {
        if (quadric.Least() is { } least && Vector3.DistanceSquared(least, (a + b) * 0.5f) < 4f * Vector3.DistanceSquared(a, b))
            return least;
        var middle = (a + b) * 0.5f;
        var (ca, cb, cm) = (quadric.At(a), quadric.At(b), quadric.At(middle));
        return cm <= ca && cm <= cb ? middle : ca <= cb ? a : b;
    }

    private void Run(int triangles)
    {
        while (_alive > triangles && _queue.TryDequeue(out var edge, out _))
        {
            var (a, b) = (edge.From, edge.To);
            if (_stamp[a] != edge.FromStamp || _stamp[b] != edge.ToStamp || _stamp[a] < 0 || _stamp[b] < 0)
                continue;
            var quadric = _quadrics[a].Plus(_quadrics[b]);
            var place = Best(quadric, _positions[a], _positions[b]);
            if (!MayCollapse(a, b, place))
                continue;
            Collapse(a, b, place, quadric);
        }
    }

    private bool MayCollapse(int a, int b, Vector3 place)
    {
        // Link condition: exactly the two triangles at the edge give common neighbours, and the link does not close on itself.
        _markId++;
        var around = 0;
        for (var corner = _head[a]; corner >= 0; corner = _next[corner])
        {
            if (_dead[corner / 3])
                continue;
            around++;
            _mark[Next(corner)] = _markId;
            _mark[Previous(corner)] = _markId;
        }

        int common = 0, aroundB = 0;
        for (var corner = _head[b]; corner >= 0; corner = _next[corner])
        {
            if (_dead[corner / 3])
                continue;
            aroundB++;
            if (_mark[Next(corner)] == _markId)
                common++;
        }

        return common == 2 && around > 3 && aroundB > 3 && KeepsFacing(a, b, place) && KeepsFacing(b, a, place);
    }

    private bool KeepsFacing(int moved, int other, Vector3 place)
    {
        for (var corner = _head[moved]; corner >= 0; corner = _next[corner])
        {
            if (_dead[corner / 3])
                continue;
            var (i, j) = (Next(corner), Previous(corner));
            if (i == other || j == other)
                continue;
            var (p, q) = (_positions[i], _positions[j]);
            var before = Vector3.Cross(p - _positions[moved], q - _positions[moved]);
            var after = Vector3.Cross(p - place, q - place);
            var product = Vector3.Dot(before, after);
            if (product <= 0.25f * before.Length() * after.Length())
                return false;
            // Slivers light badly; twice the area against the longest side squared measures them.
            var longest = MathF.Max((p - place).LengthSquared(), MathF.Max((q - place).LengthSquared(), (p - q).LengthSquared()));
            if (after.Length() < 0.02f * longest && after.Length() / longest < 0.5f * before.Length() / MathF.Max(1e-20f, longest))
                return false;
        }

        return true;
    }

    private int Next(int corner) => _indices[corner % 3 == 2 ? corner - 2 : corner + 1];

    private int Previous(int corner) => _indices[corner % 3 == 0 ? corner + 2 : corner - 1];

    private void Collapse(int a, int b, Vector3 place, in Quadric quadric)
    {
        _positions[a] = place;
        _quadrics[a] = quadric;
        var last = -1;
        for (var corner = _head[b]; corner >= 0; corner = _next[corner])
        {
            last = corner;
            if (_dead[corner / 3])
                continue;
            if (Next(corner) == a || Previous(corner) == a)
            {
                _dead[corner / 3] = true;
                _alive--;
            }
            else
                _indices[corner] = a;
        }

        _next[last] = _head[a];
        _head[a] = _head[b];
        _stamp[b] = -1;
        _stamp[a]++;
        _markId++;
        for (var corner = _head[a]; corner >= 0; corner = _next[corner])
        {
            if (_dead[corner / 3])
                continue;
            foreach (var neighbour in (ReadOnlySpan<int>)[Next(corner), Previous(corner)])
            {
                if (_mark[neighbour] == _markId)
                    continue;
                _mark[neighbour] = _markId;
                Offer(a, neighbour);
            }
        }
    }

    private TriangleMesh Compact()
    {
        var map = new int[_positions.Length];
        Array.Fill(map, -1);
        var positions = new List<Vector3>();
        var indices = new List<int>(_alive * 3);
        for (var i = 0; i < _indices.Length; i++)
        {
            if (_dead[i / 3])
                continue;
            var v = _indices[i];
            if (map[v] < 0)
            {
                map[v] = positions.Count;
                positions.Add(_positions[v]);
            }

            indices.Add(map[v]);
        }

        return new TriangleMesh([.. positions], [.. indices]);
    }
}
