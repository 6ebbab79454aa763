using System.Numerics;
using System.Runtime.CompilerServices;
using SynthRender.Assets.LevelsOfDetail;
using SynthRender.Graph;

namespace SynthRender.Assets.Geometry;

/// <summary>
/// Triangles in a binary tree of boxes, for rays and distances. They are sorted along a space-filling curve and halved again and again
/// (Lauterbach et al., Fast BVH Construction on GPUs, 2009), which takes about 0.1 ms for a thousand triangles.
/// </summary>
internal sealed class TriangleTree
{
    private const int PerLeaf = 4;

    private static readonly ConditionalWeakTable<PrimitiveAsset, TriangleTree> AtRest = [];

    private readonly Vector3[] _corners;

    // Box 1 is the root's, those of the halves of box i are 2i and 2i + 1; the last _leaves boxes are the leaves'.
    private readonly BoundingBox[] _boxes;
    private readonly int _leaves;

    /// <param name="positions">The vertices.</param>
    /// <param name="indices">Three a triangle.</param>
    public TriangleTree(ReadOnlySpan<Vector3> positions, ReadOnlySpan<uint> indices)
    {
        var count = indices.Length / 3;
        var bounds = BoundingBox.Empty;
        foreach (var position in positions) bounds = bounds.Include(position);
        var scale = new Vector3(1023) / Vector3.Max(bounds.Size, new Vector3(1e-30f));
        var (codes, order) = (new uint[count], new int[count]);
        for (var t = 0; t < count; t++)
        {
            var middle = (positions[(int)indices[3 * t]] + positions[(int)indices[3 * t + 1]] + positions[(int)indices[3 * t + 2]]) / 3;
            var cell = (middle - bounds.Min) * scale;
            (codes[t], order[t]) = (Spread(cell.X) << 2 | Spread(cell.Y) << 1 | Spread(cell.Z), t);
        }

        Array.Sort(codes, order);
        _corners = new Vector3[3 * count];
        for (var t = 0; t < count; t++)
            for (var corner = 0; corner < 3; corner++) _corners[3 * t + corner] = positions[(int)indices[3 * order[t] + corner]];
        _leaves = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (count + PerLeaf - 1) / PerLeaf));
        _boxes = new BoundingBox[2 * _leaves];
        for (var leaf = 0; leaf < _leaves; leaf++)
        {
            var box = BoundingBox.Empty;
            foreach (var corner in Leaf(leaf)) box = box.Include(corner);
            _boxes[_leaves + leaf] = box;
        }

        for (var i = _leaves - 1; i > 0; i--) _boxes[i] = _boxes[2 * i].Union(_boxes[2 * i + 1]);
    }

    /// <summary>The triangles of a primitive at rest, in its mesh's frame; made when they are first asked for.</summary>
    public static TriangleTree Of(PrimitiveAsset primitive) =>
        AtRest.GetValue(primitive, p => new TriangleTree(p.Positions.Span, p.TriangleCount > 0 ? p.Indices.Span : []));

    /// <summary>Whether a triangle comes within a distance of a point.</summary>
    /// <param name="point">In the world.</param>
    /// <param name="distance">In the world, 0 or more.</param>
    /// <param name="worldFromTree">Maps the triangles to the world; any affine map.</param>
    public bool ComesWithin(Vector3 point, float distance, in Matrix4x4 worldFromTree) => ComesWithin(1, point, distance, worldFromTree);

    /// <summary>The first triangle on a ray that lies nearer than one found before.</summary>
    /// <param name="origin">Where the ray starts.</param>
    /// <param name="direction">Of any length above 0.</param>
    /// <param name="nearest">How many times the direction the nearest hit so far lies away; changed for a nearer one.</param>
    /// <param name="fromBehind">True when the ray meets that triangle from the side from which its corners run clockwise.</param>
    public void FindHit(Vector3 origin, Vector3 direction, ref float nearest, ref bool fromBehind) =>
        FindHit(1, origin, direction, Vector3.One / direction, ref nearest, ref fromBehind);

    private ReadOnlySpan<Vector3> Leaf(int leaf)
    {
        var first = Math.Min(3 * PerLeaf * leaf, _corners.Length);
        return _corners.AsSpan(first..Math.Min(first + 3 * PerLeaf, _corners.Length));
    }

    private bool ComesWithin(int node, Vector3 point, float distance, in Matrix4x4 worldFromTree)
    {
        if (!(_boxes[node].Transform(worldFromTree).DistanceTo(point) <= distance)) return false;
        if (node < _leaves) return ComesWithin(2 * node, point, distance, worldFromTree) || ComesWithin(2 * node + 1, point, distance, worldFromTree);
        var corners = Leaf(node - _leaves);
        for (var i = 0; i < corners.Length; i += 3)
        {
            var (a, b, c) = (Vector3.Transform(corners[i], worldFromTree), Vector3.Transform(corners[i + 1], worldFromTree), Vector3.Transform(corners[i + 2], worldFromTree));
            var weights = SurfacePoint.Nearest(point, a, b, c);
            if (Vector3.DistanceSquared(point, weights.X * a + weights.Y * b + weights.Z * c) <= distance * distance) return true;
        }

        return false;
    }

    private void FindHit(int node, Vector3 origin, Vector3 direction, Vector3 inverse, ref float nearest, ref bool fromBehind)
    {
        var box = _boxes[node];
        if (box.IsEmpty) return;
        var (one, other) = ((box.Min - origin) * inverse, (box.Max - origin) * inverse);
        var (enter, leave) = (Vector3.Min(one, other), Vector3.Max(one, other));
        // A ray in the plane of a side makes NaN there; every comparison with it is false, and the box is looked into.
        if (MathF.Max(MathF.Max(enter.X, enter.Y), MathF.Max(enter.Z, 0)) > MathF.Min(MathF.Min(leave.X, leave.Y), MathF.Min(leave.Z, nearest))) return;
        if (node < _leaves)
        {
            FindHit(2 * node, origin, direction, inverse, ref nearest, ref fromBehind);
            FindHit(2 * node + 1, origin, direction, inverse, ref nearest, ref fromBehind);
            return;
        }

        var corners = Leaf(node - _leaves);
        for (var i = 0; i < corners.Length; i += 3)
        {
            // Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection, 1997.
            var (ab, ac) = (corners[i + 1] - corners[i], corners[i + 2] - corners[i]);
            var across = Vector3.Cross(direction, ac);
            var facing = Vector3.Dot(ab, across);
            if (facing == 0) continue;
            var from = origin - corners[i];
            var u = Vector3.Dot(from, across) / facing;
            if (!(u >= 0 && u <= 1)) continue;
            var up = Vector3.Cross(from, ab);
            var v = Vector3.Dot(direction, up) / facing;
            if (!(v >= 0 && u + v <= 1)) continue;
            var at = Vector3.Dot(ac, up) / facing;
            if (at > 0 && at < nearest) (nearest, fromBehind) = (at, facing < 0);
        }
    }

    /// <summary>The lowest ten bits of a number, with two free bits after each.</summary>
    private static uint Spread(float cell)
    {
        var bits = (uint)Math.Clamp(cell, 0, 1023);
        bits = (bits | bits << 16) & 0x030000FF;
        bits = (bits | bits << 8) & 0x0300F00F;
        bits = (bits | bits << 4) & 0x030C30C3;
        return (bits | bits << 2) & 0x09249249;
    }
}
