using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>Finds the outlines of a frame's surfaces: where a drawn face has no drawn neighbour, and where a clipping plane cuts it.</summary>
internal readonly ref struct Outlines(ScreenGeometry geometry, Pinhole pinhole)
{
    private readonly Pinhole _pinhole = pinhole;

    /// <summary>Shows all outlines to a visitor.</summary>
    /// <param name="creases">Whether sharp folds between two drawn faces are shown too.</param>
    /// <param name="visitor">Sees pieces that other surfaces may hide.</param>
    internal void Show<TVisitor>(bool creases, ref TVisitor visitor)
        where TVisitor : IOutlineVisitor, allows ref struct
    {
        foreach (var primitive in geometry.Primitives)
        {
            var vertices = geometry.Vertices(primitive);
            var faces = geometry.Faces(primitive);
            foreach (var edge in primitive.Edges)
            {
                var (left, right) = (faces[edge.Left], edge.Right < 0 ? Face.Hidden : faces[edge.Right]);
                if (left == right && left <= Face.Negative && !(creases && edge.IsCrease && left != Face.Hidden)) continue;
                var (from, to) = (vertices[edge.From], vertices[edge.To]);
                var opposite = Opposite(primitive, edge, left != Face.Hidden ? edge.Left : edge.Right);
                if (from.W + to.W == 0 && vertices[opposite] is { W: 0 } corner) visitor.Visit(from, to, new Vector2(corner.X, corner.Y), primitive);
                else ShowClipped(primitive.View(edge.From), primitive.View(edge.To), primitive.View(opposite), primitive, ref visitor);
            }

            for (var t = 0; t < faces.Length; t++)
                if (faces[t] == Face.Exact) ShowCuts(primitive.Exact(t), primitive, ref visitor);
        }
    }

    /// <summary>The corner of a triangle that is not on the edge: the one farthest from its ends.</summary>
    private static int Opposite(DrawnPrimitive primitive, MeshEdge edge, int triangle)
    {
        var positions = primitive.Asset.Positions.Span;
        var corners = primitive.Indices.Span.Slice(3 * triangle, 3);
        var (from, to) = (positions[edge.From], positions[edge.To]);
        foreach (var corner in corners)
            if (positions[(int)corner] != from && positions[(int)corner] != to) return (int)corner;
        return (int)corners[0];
    }

    private void ShowClipped<TVisitor>(Point3 from, Point3 to, Point3 opposite, DrawnPrimitive primitive, ref TVisitor visitor)
        where TVisitor : IOutlineVisitor, allows ref struct
    {
        var near = _pinhole.Near;
        if (-from.Z < near && -to.Z < near) return;
        if (-from.Z < near) from += (to - from) * ((-near - from.Z) / (to.Z - from.Z));
        else if (-to.Z < near) to += (from - to) * ((-near - to.Z) / (from.Z - to.Z));
        var (a, b) = (_pinhole.Project(from), _pinhole.Project(to));
        // Floats are fine enough within the image, not a thousand images away from it.
        var (first, last) = (0.0, 1.0);
        if (!Within(a.X, b.X, _pinhole.Width, ref first, ref last) || !Within(a.Y, b.Y, _pinhole.Height, ref first, ref last)) return;
        var middle = (from + to) * 0.5;
        var inside = _pinhole.Project(middle + (opposite - middle) * 1e-3);
        visitor.Visit(Between(a, b, first), Between(a, b, last), new Vector2((float)inside.X, (float)inside.Y), primitive);
    }

    private static bool Within(double from, double to, int size, ref double first, ref double last)
    {
        const double border = 2;
        var (low, high) = ((-border - from) / (to - from), (size + border - from) / (to - from));
        if (from == to) return from >= -border && from <= size + border;
        first = Math.Max(first, Math.Min(low, high));
        last = Math.Min(last, Math.Max(low, high));
        return first <= last;
    }

    private static Vector4 Between(Point3 a, Point3 b, double along)
    {
        var (x, y) = (a.X + (b.X - a.X) * along, a.Y + (b.Y - a.Y) * along);
        return new Vector4((float)x, (float)y, (float)(1 / ((1 - along) / a.Z + along / b.Z)), 0);
    }

    /// <summary>The near and far planes end a surface too.</summary>
    private void ShowCuts<TVisitor>(in ExactTriangle t, DrawnPrimitive primitive, ref TVisitor visitor)
        where TVisitor : IOutlineVisitor, allows ref struct
    {
        ShowCut(t, _pinhole.Near, near: true, primitive, ref visitor);
        ShowCut(t, _pinhole.Far, near: false, primitive, ref visitor);
    }

    private void ShowCut<TVisitor>(in ExactTriangle t, double depth, bool near, DrawnPrimitive primitive, ref TVisitor visitor)
        where TVisitor : IOutlineVisitor, allows ref struct
    {
        var (a, b, c) = (-t.A.Z < depth, -t.B.Z < depth, -t.C.Z < depth);
        if (a == b && b == c) return;
        // The corner that is alone on its side.
        var (one, two, three, oneBefore) = a == b ? (t.C, t.A, t.B, c) : a == c ? (t.B, t.C, t.A, b) : (t.A, t.B, t.C, a);
        ShowClipped(Cross(one, two), Cross(one, three), oneBefore == near ? two : one, primitive, ref visitor);

        Point3 Cross(Point3 from, Point3 to)
        {
            var point = from + (to - from) * ((-depth - from.Z) / (to.Z - from.Z));
            return new Point3(point.X, point.Y, -depth);
        }
    }
}
