using System.Numerics;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// Where surfaces are seen, as a grid of rays through the image tells: shadow maps are finest there. A guess that costs tens of
/// microseconds, good enough to choose texels by; what is drawn into a map never depends on it.
/// </summary>
internal sealed class SeenPoints
{
    /// <summary>Half the pixels between two rays, and half as much again for surfaces that are seen aslant.</summary>
    private const float PatchRays = 0.75f;

    /// <summary>Meshes of no more triangles than this are met exactly, others by their boxes.</summary>
    private const int FewTriangles = 64;

    private const int RaysAcross = 16;
    private const int RaysDown = 12;

    // A ray may pass by what a box holds: the second box that it meets counts, too.
    private readonly SeenPoint[] _points = new SeenPoint[2 * RaysAcross * RaysDown];
    private readonly SeenPoint[] _sorted = new SeenPoint[2 * RaysAcross * RaysDown];
    private readonly float[] _keys = new float[2 * RaysAcross * RaysDown];
    private readonly List<Vector3> _corners = [];
    private readonly List<BoundingBox> _boxes = [];
    private int _count;

    /// <summary>Whether a mesh has so few triangles that each is looked at.</summary>
    internal static bool IsSimple(in DrawItem item) =>
        !item.IsDeformed && item.Primitive.Asset.Topology == PrimitiveTopologyKind.Triangles && item.Primitive.Asset.TriangleCount <= FewTriangles;

    internal void Find(CameraView camera, ReadOnlySpan<DrawItem> items)
    {
        _count = 0;
        _corners.Clear();
        _boxes.Clear();
        foreach (ref readonly var item in items)
        {
            if (!item.InView) continue;
            if (IsSimple(item)) AddCorners(item, camera.Position);
            else _boxes.Add(new BoundingBox(item.WorldBounds.Min - camera.Position, item.WorldBounds.Max - camera.Position));
        }

        var lens = camera.Lens;
        var (halfY, aspect) = (MathF.Tan(lens.VerticalFov / 2), (float)lens.Width / lens.Height);
        var patch = PatchRays * MathF.Max((float)lens.Width / RaysAcross, (float)lens.Height / RaysDown);
        for (var i = 0; i < RaysAcross * RaysDown; i++)
        {
            var (x, y) = ((2f * (i % RaysAcross) + 1) / RaysAcross - 1, (2f * (i / RaysAcross) + 1) / RaysDown - 1);
            var ray = Vector3.TransformNormal(new Vector3(x * halfY * aspect, y * halfY, -1), camera.WorldFromView);
            var solid = FirstTriangle(ray, lens.Near);
            var (first, second) = FirstBoxes(ray, lens.Near, solid);
            foreach (var depth in (ReadOnlySpan<float>)[first, MathF.Min(second, solid)])
            {
                if (!(depth <= lens.Far)) continue;
                var pixel = depth / camera.FocalLengthPixels;
                _points[_count++] = new SeenPoint(camera.Position + ray * depth, pixel, pixel * patch);
            }
        }
    }

    /// <summary>The points that a sun can shade, those that show the smallest things first.</summary>
    internal ReadOnlySpan<SeenPoint> ForSun()
    {
        for (var i = 0; i < _count; i++) (_sorted[i], _keys[i]) = (_points[i], _points[i].Pixel);
        return Sorted(_count);
    }

    /// <summary>The points that a lamp can shade, those first that show what is smallest as the lamp sees it.</summary>
    internal ReadOnlySpan<SeenPoint> ForLamp(in ShadowLamp lamp)
    {
        var count = 0;
        for (var i = 0; i < _count; i++)
        {
            var d = _points[i].Position - lamp.Position;
            var (distance, along) = (d.Length(), Vector3.Dot(d, lamp.Direction));
            if (lamp.IsOneSided && !(along > 0)) continue;
            if (float.IsFinite(lamp.Tangent) && along * along * (1 + lamp.Tangent * lamp.Tangent) < distance * distance) continue;
            (_sorted[count], _keys[count]) = (_points[i], _points[i].Pixel / distance);
            count++;
        }

        return Sorted(count);
    }

    /// <summary>Metres from a lamp to the middle one of the points that it can shade, by distance; infinite when there is none.</summary>
    internal float MedianDistance(in ShadowLamp lamp)
    {
        var count = 0;
        for (var i = 0; i < _count; i++)
        {
            var d = _points[i].Position - lamp.Position;
            if (!lamp.IsOneSided || Vector3.Dot(d, lamp.Direction) > 0) _keys[count++] = d.Length();
        }

        if (count == 0) return float.PositiveInfinity;
        Array.Sort(_keys, 0, count);
        return _keys[count / 2];
    }

    private ReadOnlySpan<SeenPoint> Sorted(int count)
    {
        Array.Sort(_keys, _sorted, 0, count);
        return _sorted.AsSpan(0, count);
    }

    private void AddCorners(in DrawItem item, Vector3 eye)
    {
        var relative = item.WorldFromObject.MovedBy(-eye).ToSingle();
        var positions = item.Primitive.Asset.Positions.Span;
        foreach (var index in item.Primitive.Asset.Indices.Span) _corners.Add(Vector3.Transform(positions[(int)index], relative));
    }

    /// <summary>Depth of the first triangle along a ray (Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection, 1997).</summary>
    private float FirstTriangle(Vector3 ray, float near)
    {
        var nearest = float.PositiveInfinity;
        for (var i = 0; i + 2 < _corners.Count; i += 3)
        {
            var (a, e1, e2) = (_corners[i], _corners[i + 1] - _corners[i], _corners[i + 2] - _corners[i]);
            var p = Vector3.Cross(ray, e2);
            var determinant = Vector3.Dot(e1, p);
            var u = -Vector3.Dot(a, p) / determinant;
            var q = Vector3.Cross(-a, e1);
            var v = Vector3.Dot(ray, q) / determinant;
            var depth = Vector3.Dot(e2, q) / determinant;
            if (u >= 0 && v >= 0 && u + v <= 1 && depth >= near) nearest = MathF.Min(nearest, depth);
        }

        return nearest;
    }

    /// <summary>Depths at which a ray enters the first two boxes; of a box around the camera, where it leaves it.</summary>
    private (float First, float Second) FirstBoxes(Vector3 ray, float near, float end)
    {
        var (first, second) = (float.PositiveInfinity, float.PositiveInfinity);
        foreach (var box in _boxes)
        {
            var (low, high) = (box.Min / ray, box.Max / ray);
            var (enter, leave) = (Vector3.Min(low, high), Vector3.Max(low, high));
            var from = MathF.Max(enter.X, MathF.Max(enter.Y, enter.Z));
            var to = MathF.Min(leave.X, MathF.Min(leave.Y, leave.Z));
            if (!(from <= to && to >= near)) continue;
            var depth = from >= near ? from : to;
            if (depth >= end) continue;
            if (depth < first) (first, second) = (depth, first);
            else second = MathF.Min(second, depth);
        }

        return (first, second);
    }
}
