using System.Numerics;
using SynthRender.Assets.Geometry;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>For each corner and shape, squared distances to the planes around it, weighted by area.</summary>
internal sealed class SurfaceQuadrics
{
    // The shapes that say most are enough for the cost; the error is measured in all of them.
    private const int MostShapes = 8;

    // Edges where the surface or a texture's chart ends hold more than a plane: the outline may not shrink, charts may not slip.
    private const double BorderWeight = 10;
    private const double SeamWeight = 1;

    // A faint pull to the old places keeps triangles in flat parts well shaped.
    private const double PointWeight = 1e-3;

    private readonly MeshSurface _surface;
    private readonly Vector3[][] _shapes;
    private readonly int _real;
    private readonly Quadric[] _quadrics;

    /// <param name="surface">The mesh.</param>
    /// <param name="attributes">Shapes that it never takes, but that count in what a collapse costs.</param>
    public SurfaceQuadrics(MeshSurface surface, Vector3[][] attributes)
    {
        _surface = surface;
        var telling = Telling(surface);
        (_real, _shapes) = (telling.Length, [.. telling, .. attributes]);
        _quadrics = new Quadric[_shapes.Length * surface.CornerCount];
        for (var s = 0; s < _shapes.Length; s++)
            for (var t = 0; t < surface.TriangleCount; t++)
                AddFace(s, t);
    }

    /// <summary>The shapes of the mesh that are looked at, the rest shape first.</summary>
    public ReadOnlySpan<Vector3[]> Shapes => _shapes.AsSpan(0, _real);

    /// <summary>Holds an edge of a triangle where it is.</summary>
    public void AddEdge(int triangle, int corner, bool isBorder)
    {
        for (var s = 0; s < _shapes.Length; s++)
        {
            var (from, to) = (Vertex(corner), Vertex(corner % 3 == 2 ? corner - 2 : corner + 1));
            var (a, b) = (_shapes[s][from], _shapes[s][to]);
            var across = Vector3.Cross(b - a, Cross(s, triangle));
            var length = across.Length();
            if (!(length > 0)) continue;
            var plane = Quadric.OfPlane(across / length, a, (isBorder ? BorderWeight : SeamWeight) * (b - a).LengthSquared());
            Add(s, _surface.CornerOf[from], plane);
            Add(s, _surface.CornerOf[to], plane);
        }
    }

    /// <summary>What it costs to move one corner onto another.</summary>
    public double Cost(int from, int to)
    {
        var at = _surface.VertexAt[to];
        var (cost, weight) = (0.0, 0.0);
        for (var s = 0; s < _shapes.Length; s++)
        {
            var place = _shapes[s][at];
            ref readonly var a = ref _quadrics[Index(s, from)];
            ref readonly var b = ref _quadrics[Index(s, to)];
            cost += a.At(place) + b.At(place);
            weight += a.Xx + a.Yy + a.Zz + b.Xx + b.Yy + b.Zz;
        }

        return weight > 0 ? cost / weight : 0;
    }

    /// <summary>Hands a corner's planes to the one it moved onto.</summary>
    public void Merge(int from, int to)
    {
        for (var s = 0; s < _shapes.Length; s++) Add(s, to, _quadrics[Index(s, from)]);
    }

    /// <summary>The rest shape, and those that lie farthest from it.</summary>
    private static Vector3[][] Telling(MeshSurface surface)
    {
        if (surface.Shapes.Length <= MostShapes) return surface.Shapes;
        var rest = surface.Shapes[0];
        return [rest, .. surface.Shapes.Skip(1).OrderByDescending(shape => shape.Select((p, v) => Vector3.DistanceSquared(p, rest[v])).Max()).Take(MostShapes - 1)];
    }

    private void AddFace(int shape, int triangle)
    {
        var cross = Cross(shape, triangle);
        var length = cross.Length();
        if (!(length > 0)) return;
        var plane = Quadric.OfPlane(cross / length, _shapes[shape][Vertex(3 * triangle)], 0.5 * length);
        for (var k = 0; k < 3; k++)
        {
            var v = Vertex(3 * triangle + k);
            Add(shape, _surface.CornerOf[v], plane.Plus(Quadric.OfPoint(_shapes[shape][v], 0.5 * length * PointWeight)));
        }
    }

    private Vector3 Cross(int shape, int triangle)
    {
        var positions = _shapes[shape];
        var a = positions[Vertex(3 * triangle)];
        return Vector3.Cross(positions[Vertex(3 * triangle + 1)] - a, positions[Vertex(3 * triangle + 2)] - a);
    }

    private int Vertex(int corner) => _surface.Triangles[corner];

    private void Add(int shape, int corner, in Quadric quadric)
    {
        ref var sum = ref _quadrics[Index(shape, corner)];
        sum = sum.Plus(quadric);
    }

    // A corner's shapes lie together.
    private int Index(int shape, int corner) => corner * _shapes.Length + shape;
}
