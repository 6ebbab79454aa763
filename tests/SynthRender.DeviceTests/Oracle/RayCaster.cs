using SynthRender.Frames;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// Says for every pixel what the ray through its centre meets first. Each ray is tested against every triangle whose bounds it may
/// touch, in double precision, straight from the snapshot: slow, and independent of everything that draws.
/// </summary>
internal sealed class RayCaster
{
    // Outlines further away than this are no near misses for anybody.
    private const double Reach = 1;

    // An outline hides or shows only what lies behind it; the surface it bounds lies at its own depth, give or take a slope.
    private const double OutlineDepthSlack = 1e-3;

    private readonly OracleCamera _camera;
    private readonly List<OracleTriangle> _triangles;
    private readonly OraclePixel[] _pixels;
    private double _outlineLength;

    private RayCaster(FrameSnapshot snapshot, bool levelsOfDetail)
    {
        _camera = new OracleCamera(snapshot.Camera);
        _triangles = OracleGeometry.Of(snapshot, _camera, levelsOfDetail);
        _pixels = new OraclePixel[_camera.Width * _camera.Height];
        Array.Fill(_pixels, new OraclePixel());
    }

    public static OracleImage Cast(FrameSnapshot snapshot, bool levelsOfDetail = true)
    {
        var caster = new RayCaster(snapshot, levelsOfDetail);
        foreach (var triangle in caster._triangles) caster.FindNearest(triangle);
        foreach (var triangle in caster._triangles) caster.FindOthers(triangle);
        foreach (var triangle in caster._triangles) caster.FindOutlines(triangle);
        return new OracleImage(caster._camera, caster._pixels, caster._outlineLength);
    }

    private void FindNearest(OracleTriangle triangle) => ForEachHit(triangle, (ref OraclePixel pixel, double depth, AlphaDecision alpha) =>
    {
        if (alpha != AlphaDecision.Solid || depth >= pixel.Depth) return;
        (pixel.Id, pixel.Depth, pixel.Triangle) = (triangle.Id, depth, triangle);
    });

    private void FindOthers(OracleTriangle triangle) => ForEachHit(triangle, (ref OraclePixel pixel, double depth, AlphaDecision alpha) =>
    {
        if (alpha == AlphaDecision.Unsure && depth <= pixel.Depth * (1 + OutlineDepthSlack)) pixel.AlphaUnsure = true;
        if (alpha != AlphaDecision.Hole && triangle.Id != pixel.Id && depth >= pixel.Depth)
            pixel.OtherDepth = Math.Min(pixel.OtherDepth, depth);
    });

    private delegate void Hit(ref OraclePixel pixel, double depth, AlphaDecision alpha);

    private void ForEachHit(OracleTriangle triangle, Hit hit)
    {
        var (left, top, right, bottom) = Bounds(triangle);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!triangle.Meets(_camera.Ray(x + 0.5, y + 0.5), out var depth, out var at)) continue;
                if (depth < _camera.Near || depth > _camera.Far) continue;
                hit(ref _pixels[y * _camera.Width + x], depth, Alpha(triangle, at, x, y));
            }
        }
    }

    private AlphaDecision Alpha(OracleTriangle triangle, Vector3d at, int x, int y)
    {
        if (triangle.Surface.IsOpaque) return AlphaDecision.Solid;
        triangle.Meets(_camera.Ray(x + 1.5, y + 0.5), out _, out var right);
        triangle.Meets(_camera.Ray(x + 0.5, y + 1.5), out _, out var below);
        return triangle.Surface.Decide(triangle, at, right, below);
    }

    /// <summary>Looks at the edges where the surface ends, and at the lines in which the near and far planes cut it.</summary>
    private void FindOutlines(OracleTriangle t)
    {
        FindEdge(t.A, t.B, t.Outline[0]);
        FindEdge(t.B, t.C, t.Outline[1]);
        FindEdge(t.C, t.A, t.Outline[2]);
        FindCut(t, _camera.Near);
        FindCut(t, _camera.Far);
    }

    private void FindCut(OracleTriangle t, double depth)
    {
        var points = new List<Vector3d>();
        foreach (var (from, to) in (ReadOnlySpan<(Vector3d, Vector3d)>)[(t.A, t.B), (t.B, t.C), (t.C, t.A)])
            if (-from.Z < depth != -to.Z < depth)
                points.Add(from + (to - from) * ((-depth - from.Z) / (to.Z - from.Z)));
        if (points.Count == 2) FindEdge(points[0], points[1], isOutline: true);
    }

    private void FindEdge(Vector3d from, Vector3d to, bool isOutline)
    {
        if (!ClipToNear(ref from, ref to)) return;
        var ((x0, y0), (x1, y1)) = (_camera.Project(from), _camera.Project(to));
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        var (left, top, right, bottom) =
            Pixels(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));
        if (isOutline && left < right && top < bottom) _outlineLength += Math.Min(Math.Sqrt(length), _camera.Width + _camera.Height);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var along = length > 0 ? Math.Clamp(((x + 0.5 - x0) * dx + (y + 0.5 - y0) * dy) / length, 0, 1) : 0;
                var (ex, ey) = (x + 0.5 - x0 - along * dx, y + 0.5 - y0 - along * dy);
                var distance = Math.Sqrt(ex * ex + ey * ey);
                ref var pixel = ref _pixels[y * _camera.Width + x];
                if (distance >= (isOutline ? pixel.EdgeDistance : pixel.SeamDistance) || distance > Reach) continue;
                // 1/depth is linear in the image.
                var depth = -1 / ((1 - along) / from.Z + along / to.Z);
                if (depth > pixel.Depth * (1 + OutlineDepthSlack)) continue;
                if (isOutline) pixel.EdgeDistance = distance;
                else pixel.SeamDistance = distance;
            }
        }
    }

    private bool ClipToNear(ref Vector3d from, ref Vector3d to)
    {
        var (near, fromDepth, toDepth) = (_camera.Near, -from.Z, -to.Z);
        if (fromDepth < near && toDepth < near) return false;
        if (fromDepth < near) from += (to - from) * ((near - fromDepth) / (toDepth - fromDepth));
        else if (toDepth < near) to += (from - to) * ((near - toDepth) / (fromDepth - toDepth));
        return true;
    }

    private (int Left, int Top, int Right, int Bottom) Bounds(OracleTriangle t)
    {
        if (-t.A.Z < _camera.Near || -t.B.Z < _camera.Near || -t.C.Z < _camera.Near)
        {
            var behind = -t.A.Z < _camera.Near && -t.B.Z < _camera.Near && -t.C.Z < _camera.Near;
            return behind ? default : (0, 0, _camera.Width, _camera.Height);
        }

        var ((ax, ay), (bx, by), (cx, cy)) = (_camera.Project(t.A), _camera.Project(t.B), _camera.Project(t.C));
        return Pixels(
            Math.Min(ax, Math.Min(bx, cx)), Math.Min(ay, Math.Min(by, cy)), Math.Max(ax, Math.Max(bx, cx)), Math.Max(ay, Math.Max(by, cy)));
    }

    private (int Left, int Top, int Right, int Bottom) Pixels(double minX, double minY, double maxX, double maxY) => (
        (int)Math.Clamp(Math.Floor(minX - Reach), 0, _camera.Width),
        (int)Math.Clamp(Math.Floor(minY - Reach), 0, _camera.Height),
        (int)Math.Clamp(Math.Ceiling(maxX + Reach), 0, _camera.Width),
        (int)Math.Clamp(Math.Ceiling(maxY + Reach), 0, _camera.Height));
}
