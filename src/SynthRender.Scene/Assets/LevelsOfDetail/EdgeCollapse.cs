using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Moves corners onto their neighbours, the cheapest first by quadric error (Garland and Heckbert, Surface Simplification Using
/// Quadric Error Metrics, 1997). What is left uses the old vertices, so their weights, UVs and shape changes hold as they are.
/// </summary>
/// <remarks>
/// A corner moves only where each of its vertices finds the one that takes its place in a triangle that both share: so seams move along
/// themselves, and their ends stay. Open borders move along themselves too; places where more than two triangles meet stay.
/// </remarks>
internal sealed class EdgeCollapse
{
    private readonly MeshSurface _surface;
    private readonly SurfaceQuadrics _quadrics;
    private readonly CollapseQueue _queue;
    private readonly int[] _vertex;     // of each triangle's corners, as they are now
    private readonly int[] _head;       // the first triangle corner at a corner; −1 for none
    private readonly int[] _next;       // the next at the same corner
    private readonly int[] _replacedBy; // vertex by vertex; itself while it stands
    private readonly int[] _target;     // the neighbour onto which a corner moves at the queue's cost
    private readonly bool[] _dead;      // triangles
    private readonly bool[] _fixed;     // corners
    private readonly bool[] _border;
    private readonly int[] _mark;       // corners; counts meetings above a base
    private readonly List<int> _refused = [];
    private int _base;
    private (int From, int To) _first;  // the vertices that take each other's place in the collapse being looked at
    private (int From, int To) _second;

    /// <param name="surface">The mesh.</param>
    /// <param name="shapeOnly">Whether colours and normals of the vertices do not matter.</param>
    public EdgeCollapse(MeshSurface surface, bool shapeOnly)
    {
        _surface = surface;
        _vertex = [.. surface.Triangles];
        _head = new int[surface.CornerCount];
        _next = new int[_vertex.Length];
        _target = new int[surface.CornerCount];
        _dead = new bool[surface.TriangleCount];
        _fixed = [.. surface.Torn];
        _border = new bool[surface.CornerCount];
        _mark = new int[surface.CornerCount];
        _replacedBy = [.. Enumerable.Range(0, surface.VertexCount)];
        TriangleCount = surface.TriangleCount;
        Array.Fill(_head, -1);
        for (var c = _vertex.Length - 1; c >= 0; c--)
        {
            _next[c] = _head[Corner(c)];
            _head[Corner(c)] = c;
        }

        _quadrics = new SurfaceQuadrics(surface, shapeOnly ? [] : AttributeShapes.Of(surface));
        FindEdges();
        _queue = new CollapseQueue(surface.CornerCount);
        for (var corner = 0; corner < surface.CornerCount; corner++) Offer(corner);
    }

    /// <summary>Triangles that are left.</summary>
    public int TriangleCount { get; private set; }

    /// <summary>The vertices of those triangles, in the old order.</summary>
    public int[] Triangles()
    {
        var left = new int[3 * TriangleCount];
        var kept = 0;
        for (var t = 0; t < _dead.Length; t++)
        {
            if (_dead[t]) continue;
            _vertex.AsSpan(3 * t, 3).CopyTo(left.AsSpan(kept));
            kept += 3;
        }

        return left;
    }

    /// <summary>Whether a triangle is left.</summary>
    public bool IsLeft(int triangle) => !_dead[triangle];

    /// <summary>The vertices of a triangle that is left.</summary>
    public ReadOnlySpan<int> Triangle(int triangle) => _vertex.AsSpan(3 * triangle, 3);

    /// <summary>The vertex that stands where a vertex went.</summary>
    public int Standing(int vertex)
    {
        while (_replacedBy[vertex] != vertex) vertex = _replacedBy[vertex] = _replacedBy[_replacedBy[vertex]];
        return vertex;
    }

    /// <summary>Collapses until at most so many triangles are left, or nothing more can move.</summary>
    public void Reduce(int triangles)
    {
        while (TriangleCount > triangles && _queue.Count > 0)
        {
            var from = _queue.Take();
            var to = _target[from];
            _refused.Clear();
            // The cheapest neighbour may not be possible; the next one has to wait until it is the cheapest of all.
            while (to >= 0 && !MayCollapse(from, to))
            {
                _refused.Add(to);
                to = Cheapest(from, out var cost);
                if (to < 0 || cost <= _queue.Least) continue;
                _queue.Set(from, cost);
                _target[from] = to;
                break;
            }

            if (to >= 0 && !_queue.Contains(from)) Collapse(from, to);
        }
    }

    private int Corner(int c) => _surface.CornerOf[_vertex[c]];

    private static int After(int c) => c % 3 == 2 ? c - 2 : c + 1;

    private static int Before(int c) => c % 3 == 0 ? c + 2 : c - 1;

    /// <summary>Finds borders, seams and edges with more than two triangles, and weighs them.</summary>
    private void FindEdges()
    {
        for (var corner = 0; corner < _head.Length; corner++)
        {
            CountNeighbours(corner);
            for (var c = _head[corner]; c >= 0; c = _next[c])
            {
                var (after, before) = (Meetings(Corner(After(c))), Meetings(Corner(Before(c))));
                if (after > 2 || before > 2) _fixed[corner] = true;
                if (after == 1 || before == 1) _border[corner] = true;
                if (after == 1) _quadrics.AddEdge(c / 3, c, isBorder: true);
                else if (IsSeam(c)) _quadrics.AddEdge(c / 3, c, isBorder: false);
            }
        }
    }

    /// <summary>Whether the triangle across the edge that begins at a triangle corner uses other vertices there.</summary>
    private bool IsSeam(int c)
    {
        var to = Corner(After(c));
        for (var other = _head[Corner(c)]; other >= 0; other = _next[other])
            if (Corner(Before(other)) == to) return _vertex[other] != _vertex[c] || _vertex[Before(other)] != _vertex[After(c)];
        return false;
    }

    /// <summary>Counts for every neighbour of a corner the triangles that both share.</summary>
    private void CountNeighbours(int corner)
    {
        // Meetings are few; a base beyond what the last count could reach makes clearing unnecessary.
        _base += 1 << 10;
        if (_base > int.MaxValue - (1 << 11))
        {
            Array.Clear(_mark);
            _base = 1 << 10;
        }

        for (var c = Live(_head[corner]); c >= 0; c = Live(_next[c]))
        {
            Meet(Corner(After(c)));
            Meet(Corner(Before(c)));
        }
    }

    private void Meet(int corner) => _mark[corner] = Math.Max(_mark[corner], _base) + 1;

    private int Meetings(int corner) => Math.Max(0, _mark[corner] - _base);

    private int Live(int c)
    {
        while (c >= 0 && _dead[c / 3]) c = _next[c];
        return c;
    }

    private void Offer(int corner)
    {
        _refused.Clear();
        var target = _fixed[corner] || _head[corner] < 0 ? -1 : Cheapest(corner, out var cost);
        if (target < 0)
        {
            _queue.Remove(corner);
            return;
        }

        _target[corner] = target;
        _queue.Set(corner, _quadrics.Cost(corner, target));
    }

    private int Cheapest(int corner, out double least)
    {
        (var best, least) = (-1, double.PositiveInfinity);
        for (var c = Live(_head[corner]); c >= 0; c = Live(_next[c]))
        {
            Consider(Corner(After(c)), ref best, ref least);
            if (_border[corner]) Consider(Corner(Before(c)), ref best, ref least);
        }

        return best;

        void Consider(int neighbour, ref int best, ref double least)
        {
            if ((_border[corner] && !_border[neighbour]) || _refused.Contains(neighbour)) return;
            var cost = _quadrics.Cost(corner, neighbour);
            if (cost < least || (cost == least && neighbour < best)) (best, least) = (neighbour, cost);
        }
    }

    private bool MayCollapse(int from, int to)
    {
        CountNeighbours(from);
        var shared = Meetings(to);
        if (shared != (_border[from] ? 1 : 2)) return false;
        // A surface's last triangles stay, and nothing is folded flat.
        var around = 0;
        for (var c = Live(_head[from]); c >= 0; c = Live(_next[c])) around++;
        if (around <= (_border[from] ? 1 : 3)) return false;
        return LinksAgree(from, to, shared) && FindReplacements(from, to) && KeepsFacing(from, to);
    }

    /// <summary>The neighbours that both have are the third corners of the triangles they share: else the surface would be pinched.</summary>
    private bool LinksAgree(int from, int to, int shared)
    {
        var common = 0;
        for (var c = Live(_head[to]); c >= 0; c = Live(_next[c]))
        {
            // Each neighbour once: by the triangle that leaves for it, and on a border also by the one that comes from it.
            if (Meetings(Corner(After(c))) > 0 && Corner(After(c)) != from) common++;
            if (Corner(Before(c)) != from && Meetings(Corner(Before(c))) > 0 && !IsLeftFor(to, Corner(Before(c)))) common++;
        }

        return common == shared;
    }

    private bool IsLeftFor(int corner, int neighbour)
    {
        for (var c = Live(_head[corner]); c >= 0; c = Live(_next[c]))
            if (Corner(After(c)) == neighbour) return true;
        return false;
    }

    private bool FindReplacements(int from, int to)
    {
        _first = _second = (-1, -1);
        for (var c = Live(_head[from]); c >= 0; c = Live(_next[c]))
        {
            var pair = Corner(After(c)) == to ? (_vertex[c], _vertex[After(c)])
                : Corner(Before(c)) == to ? (_vertex[c], _vertex[Before(c)])
                : (-1, -1);
            if (pair.Item1 < 0) continue;
            if (_first.From < 0) _first = pair;
            else if (pair.Item1 != _first.From) _second = pair;
            else if (pair.Item2 != _first.To) return false;
        }

        for (var c = Live(_head[from]); c >= 0; c = Live(_next[c]))
            if (_vertex[c] != _first.From && _vertex[c] != _second.From) return false;
        return true;
    }

    private bool KeepsFacing(int from, int to)
    {
        var (old, place) = (_surface.VertexAt[from], _surface.VertexAt[to]);
        for (var c = Live(_head[from]); c >= 0; c = Live(_next[c]))
        {
            var (i, j) = (After(c), Before(c));
            if (Corner(i) == to || Corner(j) == to) continue;
            for (var s = 0; s < _quadrics.Shapes.Length; s++)
            {
                var shape = _quadrics.Shapes[s];
                var (p, q) = (shape[_vertex[i]], shape[_vertex[j]]);
                var before = Vector3.Cross(p - shape[old], q - shape[old]);
                var after = Vector3.Cross(p - shape[place], q - shape[place]);
                var (was, now) = (before.Length(), after.Length());
                // In other shapes than the rest it is enough that no triangle turns over.
                if (was > 0 && Vector3.Dot(before, after) <= (s == 0 ? 0.25f : 0) * was * now) return false;
                if (s > 0) continue;
                // Slivers light badly; twice the area against the longest side squared measures them.
                var longest = MathF.Max((p - shape[place]).LengthSquared(), MathF.Max((q - shape[place]).LengthSquared(), (p - q).LengthSquared()));
                if (now < 0.02f * longest && now < 0.5f * was) return false;
            }
        }

        return true;
    }

    private void Collapse(int from, int to)
    {
        var last = -1;
        for (var c = _head[from]; c >= 0; c = _next[c])
        {
            last = c;
            if (_dead[c / 3]) continue;
            if (Corner(After(c)) == to || Corner(Before(c)) == to)
            {
                _dead[c / 3] = true;
                TriangleCount--;
            }
        }

        for (var c = _head[from]; c >= 0; c = _next[c])
            if (!_dead[c / 3]) _vertex[c] = _vertex[c] == _first.From ? _first.To : _second.To;
        _replacedBy[_first.From] = _first.To;
        if (_second.From >= 0) _replacedBy[_second.From] = _second.To;
        _next[last] = _head[to];
        _head[to] = _head[from];
        _head[from] = -1;
        _quadrics.Merge(from, to);
        Offer(to);
        CountNeighbours(to);
        for (var c = Live(_head[to]); c >= 0; c = Live(_next[c]))
        {
            OfferOnce(Corner(After(c)));
            OfferOnce(Corner(Before(c)));
        }
    }

    private void OfferOnce(int corner)
    {
        if (Meetings(corner) == 0) return;
        _mark[corner] = 0;
        Offer(corner);
    }
}
