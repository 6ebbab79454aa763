using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>Finds for each marked pixel the triangles that may cover its centre.</summary>
internal readonly ref struct CandidateFinder(PixelMarks marks, Pinhole pinhole, float reach)
{
    internal void Find(ScreenGeometry geometry)
    {
        for (var p = 0; p < geometry.Primitives.Count; p++) FindIn(geometry.Primitives[p], p, geometry);
    }

    private void FindIn(DrawnPrimitive primitive, int index, ScreenGeometry geometry)
    {
        var vertices = geometry.Vertices(primitive);
        var faces = geometry.Faces(primitive);
        var tileOf = geometry.Tiles(primitive);
        var indices = primitive.Indices.Span;
        var tiles = marks.Tiles;
        for (var t = 0; t < tileOf.Length; t++)
        {
            // This line, which nearly all triangles do not pass, is most of the cost of the search.
            if (!tiles[tileOf[t]]) continue;
            if (faces[t] == Face.Exact) FindExactly(primitive, index, t);
            else TestMarks(vertices[(int)indices[3 * t]], vertices[(int)indices[3 * t + 1]], vertices[(int)indices[3 * t + 2]], faces[t], index, t);
        }
    }

    private void TestMarks(Vector4 a, Vector4 b, Vector4 c, Face face, int primitive, int triangle)
    {
        var low = Vector4.Min(a, Vector4.Min(b, c));
        var high = Vector4.Max(a, Vector4.Max(b, c));
        var (left, right) = Centres(low.X, high.X, pinhole.Width);
        if (left > right) return;
        var (top, bottom) = Centres(low.Y, high.Y, pinhole.Height);
        for (var y = top; y <= bottom; y++)
        {
            for (var word = left >> 6; word <= right >> 6; word++)
            {
                for (var bits = marks.Row(y, left, right, word, out var start); bits != 0; bits &= bits - 1)
                    Test(a, b, c, face, start + BitOperations.TrailingZeroCount(bits), y, primitive, triangle, low.Z);
            }
        }
    }

    private void Test(Vector4 a, Vector4 b, Vector4 c, Face face, int x, int y, int primitive, int triangle, float nearest)
    {
        if (face == Face.Thin)
        {
            marks.Add(x, y, primitive, triangle, nearest, false);
            return;
        }

        var (px, py) = (x + 0.5f, y + 0.5f);
        var sign = face == Face.Positive ? 1f : -1f;
        var (ab, abReach) = Side(a, b, px, py);
        var (bc, bcReach) = Side(b, c, px, py);
        var (ca, caReach) = Side(c, a, px, py);
        if (sign * ab < -abReach || sign * bc < -bcReach || sign * ca < -caReach) return;
        var inside = sign * ab > abReach && sign * bc > bcReach && sign * ca > caReach;
        var depth = inside ? (ab + bc + ca) / (bc / a.Z + ca / b.Z + ab / c.Z) : nearest;
        marks.Add(x, y, primitive, triangle, depth, inside);
    }

    /// <summary>Twice the area between an edge and a point, and what it is at the reach of rounding, at least.</summary>
    private (float Area, float Reach) Side(Vector4 from, Vector4 to, float x, float y)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        return (dx * (y - from.Y) - dy * (x - from.X), reach * (MathF.Abs(dx) + MathF.Abs(dy)));
    }

    /// <summary>A triangle that reaches behind the camera may cover any pixel; its edge planes tell without clipping.</summary>
    private void FindExactly(DrawnPrimitive primitive, int index, int triangle)
    {
        var exact = primitive.Exact(triangle);
        if (!primitive.Shows(exact)) return;
        var (near, far) = (pinhole.Near * 0.999, pinhole.Far * 1.001);
        if ((-exact.A.Z < near && -exact.B.Z < near && -exact.C.Z < near) || (-exact.A.Z > far && -exact.B.Z > far && -exact.C.Z > far)) return;
        for (var slot = 0; slot < marks.Count; slot++)
        {
            var (y, x) = Math.DivRem(marks.Pixel(slot), pinhole.Width);
            var inside = exact.Meet(pinhole.Ray(x, y), 1 / pinhole.Focal, out var depth);
            // Near the clipping planes a hair decides whether it is there at all.
            if (inside > -reach && depth > near && depth < far)
                marks.Add(x, y, index, triangle, (float)depth, inside > reach && depth > pinhole.Near * 1.001 && depth < pinhole.Far * 0.999);
        }
    }

    private (int First, int Last) Centres(float low, float high, int size) => (
        (int)MathF.Ceiling(MathF.Max(low - reach - 0.5f, 0)),
        (int)MathF.Floor(MathF.Min(high + reach - 0.5f, size - 1)));
}
