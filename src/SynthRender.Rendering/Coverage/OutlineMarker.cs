using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>Marks the pixels whose centres lie so near an outline that rounding decided on which side of it they are.</summary>
internal readonly ref struct OutlineMarker(PixelMarks marks, Pinhole pinhole, ReadOnlySpan<float> depth, float reach)
{
    // Outlines behind what is drawn change nothing. The surface an outline bounds has the outline's depth but for its slope
    // over a hundredth of a pixel.
    private const float HiddenBehind = 1.02f;

    private readonly ReadOnlySpan<float> _depth = depth;

    internal void MarkOutlines(ScreenGeometry geometry)
    {
        foreach (var primitive in geometry.Primitives)
        {
            var vertices = geometry.Vertices(primitive);
            var faces = geometry.Faces(primitive);
            foreach (var edge in primitive.Edges)
            {
                var (left, right) = (faces[edge.Left], edge.Right < 0 ? Face.Hidden : faces[edge.Right]);
                if (left == right && left <= Face.Negative) continue;
                var (from, to) = (vertices[edge.From], vertices[edge.To]);
                if (from.W + to.W == 0) Mark(from, to);
                else MarkExactly(primitive, edge);
            }

            for (var t = 0; t < faces.Length; t++)
                if (faces[t] == Face.Exact) MarkCuts(primitive.Exact(t));
        }
    }

    private void MarkExactly(DrawnPrimitive primitive, MeshEdge edge) => MarkClipped(primitive.View(edge.From), primitive.View(edge.To));

    private void MarkClipped(Point3 from, Point3 to)
    {
        var near = pinhole.Near;
        if (-from.Z < near && -to.Z < near) return;
        if (-from.Z < near) from += (to - from) * ((-near - from.Z) / (to.Z - from.Z));
        else if (-to.Z < near) to += (from - to) * ((-near - to.Z) / (from.Z - to.Z));
        var (a, b) = (pinhole.Project(from), pinhole.Project(to));
        // Floats are fine enough within the image, not a thousand images away from it.
        var (first, last) = (0.0, 1.0);
        if (!Within(a.X, b.X, pinhole.Width, ref first, ref last) || !Within(a.Y, b.Y, pinhole.Height, ref first, ref last)) return;
        Mark(Between(a, b, first), Between(a, b, last));
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
    private void MarkCuts(in ExactTriangle t)
    {
        MarkCut(t, pinhole.Near);
        MarkCut(t, pinhole.Far);
    }

    private void MarkCut(in ExactTriangle t, double depth)
    {
        var (a, b, c) = (-t.A.Z < depth, -t.B.Z < depth, -t.C.Z < depth);
        if (a == b && b == c) return;
        // The corner that is alone on its side.
        var (one, two, three) = a == b ? (t.C, t.A, t.B) : a == c ? (t.B, t.C, t.A) : (t.A, t.B, t.C);
        MarkClipped(Cross(one, two), Cross(one, three));

        Point3 Cross(Point3 from, Point3 to)
        {
            var point = from + (to - from) * ((-depth - from.Z) / (to.Z - from.Z));
            return new Point3(point.X, point.Y, -depth);
        }
    }

    private void Mark(Vector4 from, Vector4 to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (MathF.Abs(dx) >= MathF.Abs(dy))
        {
            // One centre at most lies near the outline in each column: that of the pixel the outline is in.
            var (first, last) = Centres(MathF.Min(from.X, to.X), MathF.Max(from.X, to.X), pinhole.Width);
            for (var x = first; x <= last; x++)
            {
                var along = dx == 0 ? 0 : Math.Clamp((x + 0.5f - from.X) / dx, 0, 1);
                var at = from.Y + dy * along;
                var y = (int)MathF.Floor(at);
                if (MathF.Abs(at - y - 0.5f) <= reach && (uint)y < (uint)pinhole.Height) MarkUnlessHidden(x, y, from.Z, to.Z, along);
            }
        }
        else
        {
            var (first, last) = Centres(MathF.Min(from.Y, to.Y), MathF.Max(from.Y, to.Y), pinhole.Height);
            for (var y = first; y <= last; y++)
            {
                var along = Math.Clamp((y + 0.5f - from.Y) / dy, 0, 1);
                var at = from.X + dx * along;
                var x = (int)MathF.Floor(at);
                if (MathF.Abs(at - x - 0.5f) <= reach && (uint)x < (uint)pinhole.Width) MarkUnlessHidden(x, y, from.Z, to.Z, along);
            }
        }
    }

    private (int First, int Last) Centres(float low, float high, int size) => (
        (int)MathF.Ceiling(Math.Clamp(low - reach - 0.5f, 0, size)),
        (int)MathF.Floor(Math.Clamp(high + reach - 0.5f, -1, size - 1)));

    private void MarkUnlessHidden(int x, int y, float fromDepth, float toDepth, float along)
    {
        // 1/depth is linear in the image.
        var depth = 1 / ((1 - along) / fromDepth + along / toDepth);
        if (depth <= _depth[y * pinhole.Width + x] * HiddenBehind) marks.Mark(x, y);
    }
}
