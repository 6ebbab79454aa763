using System.Numerics;
using SynthRender.Graph;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>A pyramid that a lamp sees: what lies in it, as tangents across and depth along.</summary>
/// <param name="Light">The lamp's place.</param>
/// <param name="LightFromWorld">Turns the world so that the lamp looks along −Z.</param>
/// <param name="Low">Least tangents.</param>
/// <param name="High">Greatest tangents.</param>
internal readonly record struct ShadowPyramid(Vector3 Light, Matrix4x4 LightFromWorld, Vector2 Low, Vector2 High)
{
    // A quad and a corner for each side that cuts it.
    private const int MostCorners = 9;

    private static readonly byte[] BoxSides = [0, 1, 3, 2, 4, 5, 7, 6, 0, 1, 5, 4, 2, 3, 7, 6, 0, 2, 6, 4, 1, 3, 7, 5];

    /// <summary>The same, wider by a tangent to each side.</summary>
    internal ShadowPyramid Grown(float tangent) => this with { Low = Low - new Vector2(tangent), High = High + new Vector2(tangent) };

    /// <summary>The box around what an item has in the pyramid; empty when it has nothing there. Depth 0 is all around the lamp.</summary>
    internal BoundingBox Around(in DrawItem item) => SeenPoints.IsSimple(item) ? AroundTriangles(item) : AroundBox(item.WorldBounds);

    private BoundingBox AroundTriangles(in DrawItem item)
    {
        var bounds = BoundingBox.Empty;
        var toLamp = item.WorldFromObject.MovedBy(-Light).ToSingle() * LightFromWorld;
        var positions = item.Primitive.Asset.Positions.Span;
        var indices = item.Primitive.Asset.Indices.Span;
        Span<Vector3> polygon = stackalloc Vector3[MostCorners];
        for (var i = 0; i + 2 < indices.Length; i += 3)
        {
            for (var c = 0; c < 3; c++) polygon[c] = Vector3.Transform(positions[(int)indices[i + c]], toLamp);
            bounds = bounds.Union(Cut(polygon, 3));
        }

        return bounds;
    }

    private BoundingBox AroundBox(BoundingBox box)
    {
        Span<Vector3> corners = stackalloc Vector3[8];
        for (var c = 0; c < 8; c++)
        {
            var corner = new Vector3((c & 1) == 0 ? box.Min.X : box.Max.X, (c & 2) == 0 ? box.Min.Y : box.Max.Y, (c & 4) == 0 ? box.Min.Z : box.Max.Z);
            corners[c] = Vector3.TransformNormal(corner - Light, LightFromWorld);
        }

        var bounds = BoundingBox.Empty;
        Span<Vector3> polygon = stackalloc Vector3[MostCorners];
        for (var side = 0; side < 6; side++)
        {
            for (var c = 0; c < 4; c++) polygon[c] = corners[BoxSides[4 * side + c]];
            bounds = bounds.Union(Cut(polygon, 4));
        }

        // The lamp stands in the box: what it holds may be anywhere in it.
        if (box.DistanceTo(Light) == 0 && !bounds.IsEmpty) bounds = new BoundingBox(new Vector3(Low, 0), new Vector3(High, bounds.Max.Z));
        return bounds;
    }

    /// <summary>Cuts a polygon at the pyramid's sides (Sutherland and Hodgman, Reentrant Polygon Clipping, 1974).</summary>
    private BoundingBox Cut(Span<Vector3> polygon, int count)
    {
        Span<Vector3> other = stackalloc Vector3[MostCorners];
        ReadOnlySpan<Vector3> sides = [new(0, 0, -1), new(1, 0, Low.X), new(-1, 0, -High.X), new(0, 1, Low.Y), new(0, -1, -High.Y)];
        foreach (var side in sides)
        {
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                var (from, to) = (polygon[i], polygon[i + 1 == count ? 0 : i + 1]);
                var (a, b) = (Vector3.Dot(from, side), Vector3.Dot(to, side));
                if (a >= 0) other[kept++] = from;
                if (a < 0 != b < 0) other[kept++] = from + (to - from) * (a / (a - b));
            }

            other[..kept].CopyTo(polygon);
            count = kept;
        }

        var bounds = BoundingBox.Empty;
        for (var i = 0; i < count; i++)
        {
            var depth = MathF.Max(-polygon[i].Z, 1e-9f);
            var across = Vector2.Clamp(new Vector2(polygon[i].X, polygon[i].Y) / depth, Low, High);
            bounds = bounds.Include(new Vector3(across, -polygon[i].Z));
        }

        return bounds;
    }
}
