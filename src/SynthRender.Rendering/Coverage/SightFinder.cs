using System.Numerics;
using SynthRender.Frames;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Finds what lies on the straight lines from the eye to a frame's keypoints, in the triangles that were drawn: no pixel's centre plays a
/// part, so a corner that falls between them is judged as well as any.
/// </summary>
/// <remarks>Points and lines of a mesh are not found: they have no surface.</remarks>
internal sealed class SightFinder
{
    // What passes a keypoint within a pixel is looked at.
    private const float Beside = 1;

    // The keypoint's place was rounded to floats, and so was the pose that it follows.
    private const float Rounding = 1e-5f;

    // A surface seen at a slant reaches the keypoint's depth within half a pixel: nobody can tell that from touching it.
    private const float SlantPixels = 0.5f;

    private readonly PixelMarks _marks = new();
    private readonly List<Keypoint> _keypoints = [];
    private readonly List<int> _firstInPixel = [];
    private readonly List<(SightHit Surface, int Next)> _hits = [];

    /// <summary>Fills <paramref name="sights"/> for all keypoints of the snapshot.</summary>
    internal void Find(FrameSnapshot snapshot, ScreenGeometry geometry, in Pinhole pinhole, KeypointSights sights)
    {
        _keypoints.Clear();
        _firstInPixel.Clear();
        _hits.Clear();
        _marks.Clear(pinhole.Width, pinhole.Height);
        foreach (var instance in snapshot.Instances)
            foreach (var keypoint in instance.Keypoints)
                Place(keypoint, pinhole);
        if (_marks.Count > 0)
            foreach (var primitive in geometry.Primitives) FindIn(primitive, geometry, pinhole);
        sights.Clear();
        foreach (var keypoint in _keypoints)
        {
            for (var hit = keypoint.FirstHit; hit >= 0; hit = _hits[hit].Next) sights.Add(_hits[hit].Surface);
            sights.EndKeypoint();
        }
    }

    private void Place(in FrameKeypoint keypoint, in Pinhole pinhole)
    {
        var view = pinhole.ViewFromWorld.Apply(Point3.From(keypoint.World));
        var at = pinhole.Project(view);
        // Give or take rounding at the image's border.
        var isInside = at.Z > 0 && at.X >= -0.5 && at.Y >= -0.5 && at.X <= pinhole.Width + 0.5 && at.Y <= pinhole.Height + 0.5;
        var next = -1;
        if (isInside)
        {
            var (x, y) = ((int)Math.Clamp(at.X, 0, pinhole.Width - 1), (int)Math.Clamp(at.Y, 0, pinhole.Height - 1));
            _marks.Mark(x, y, within: 2);
            var slot = _marks.Slot(x, y);
            if (slot == _firstInPixel.Count) _firstInPixel.Add(-1);
            (next, _firstInPixel[slot]) = (_firstInPixel[slot], _keypoints.Count);
        }

        _keypoints.Add(new Keypoint(new Vector2((float)at.X, (float)at.Y), view * (-1 / view.Z), isInside, next, -1));
    }

    private void FindIn(DrawnPrimitive primitive, ScreenGeometry geometry, in Pinhole pinhole)
    {
        var vertices = geometry.Vertices(primitive);
        var faces = geometry.Faces(primitive);
        var tileOf = geometry.Tiles(primitive);
        var indices = primitive.Indices.Span;
        var tiles = _marks.Tiles;
        for (var t = 0; t < tileOf.Length; t++)
        {
            // This line, which nearly all triangles do not pass, is most of the cost of the search.
            if (!tiles[tileOf[t]]) continue;
            if (faces[t] == Face.Exact) MeetExactly(primitive, t, pinhole);
            else MeetNear(primitive, t, new Corners(vertices[(int)indices[3 * t]], vertices[(int)indices[3 * t + 1]], vertices[(int)indices[3 * t + 2]], faces[t]), pinhole);
        }
    }

    /// <summary>Meets the keypoints in and around a triangle that floats can place.</summary>
    private void MeetNear(DrawnPrimitive primitive, int triangle, in Corners corners, in Pinhole pinhole)
    {
        var low = Vector4.Min(corners.A, Vector4.Min(corners.B, corners.C)) - new Vector4(Beside);
        var high = Vector4.Max(corners.A, Vector4.Max(corners.B, corners.C)) + new Vector4(Beside);
        var (left, right) = ((int)MathF.Max(low.X, 0), (int)MathF.Min(high.X, pinhole.Width - 1));
        var (top, bottom) = ((int)MathF.Max(low.Y, 0), (int)MathF.Min(high.Y, pinhole.Height - 1));
        if (left > right) return;
        for (var y = top; y <= bottom; y++)
        {
            for (var word = left >> 6; word <= right >> 6; word++)
            {
                for (var bits = _marks.Row(y, left, right, word, out var start); bits != 0; bits &= bits - 1)
                {
                    var slot = _marks.Slot(start + BitOperations.TrailingZeroCount(bits), y);
                    for (var k = _firstInPixel[slot]; k >= 0; k = _keypoints[k].NextInPixel) Meet(primitive, triangle, corners, k, pinhole);
                }
            }
        }
    }

    private void Meet(DrawnPrimitive primitive, int triangle, in Corners corners, int keypoint, in Pinhole pinhole)
    {
        var at = _keypoints[keypoint].Image;
        var distance = 0f;
        if (corners.Holds(at, out var depth))
        {
            if (IsHole(primitive, triangle, keypoint)) return;
        }
        else
        {
            distance = corners.Nearest(at, out depth);
            if (!(distance <= Beside)) return;
        }

        var (perPixel, perMetre) = corners.Slope(depth, at, pinhole);
        Add(primitive, keypoint, depth, distance, perPixel, perMetre, corners.Deepest);
    }

    /// <summary>A triangle that reaches behind the camera may meet any keypoint; its edge planes tell without clipping.</summary>
    private void MeetExactly(DrawnPrimitive primitive, int triangle, in Pinhole pinhole)
    {
        var exact = primitive.Exact(triangle);
        if (!primitive.Shows(exact)) return;
        for (var k = 0; k < _keypoints.Count; k++)
        {
            if (!_keypoints[k].IsInside) continue;
            var ray = _keypoints[k].Ray;
            // It is so large that the distance from an edge's line is that from the edge.
            var inside = exact.Meet(ray, 1 / pinhole.Focal, out var depth);
            if (inside < -Beside || depth < pinhole.Near || depth > pinhole.Far || (inside >= 0 && IsHole(primitive, triangle, k))) continue;
            var (perPixel, perMetre) = exact.Slope(ray, 1 / pinhole.Focal);
            Add(primitive, k, (float)depth, (float)Math.Max(-inside, 0), (float)perPixel, (float)perMetre, (float)exact.Deepest);
        }
    }

    private bool IsHole(DrawnPrimitive primitive, int triangle, int keypoint) =>
        primitive.IsCutOut && !CutOutAlpha.IsSolid(primitive, triangle, primitive.Exact(triangle), _keypoints[keypoint].Ray);

    private void Add(
        DrawnPrimitive primitive, int keypoint, float depth, float distance, float perPixel, float perMetre, float deepest)
    {
        // Where the triangle ends its slope does.
        var slant = MathF.Min(SlantPixels * perPixel, MathF.Max(deepest - depth, 0));
        var slack = Rounding * depth + slant + (float)primitive.ErrorMetres * perMetre;
        var found = _keypoints[keypoint];
        _keypoints[keypoint] = found with { FirstHit = _hits.Count };
        _hits.Add((new SightHit(primitive.Id, depth, slack, distance), found.FirstHit));
    }

    /// <summary>A keypoint in the image, and the lists it is in.</summary>
    private readonly record struct Keypoint(Vector2 Image, Point3 Ray, bool IsInside, int NextInPixel, int FirstHit);

    /// <summary>The corners of a triangle: image x, image y, depth.</summary>
    private readonly record struct Corners(Vector4 A, Vector4 B, Vector4 C, Face Face)
    {
        internal float Deepest => MathF.Max(A.Z, MathF.Max(B.Z, C.Z));

        /// <summary>Whether a place in the image lies inside, and the depth there. Nobody can tell of a triangle that is thinner than rounding.</summary>
        internal bool Holds(Vector2 at, out float depth)
        {
            depth = 0;
            if (Face == Face.Thin) return false;
            var sign = Face == Face.Positive ? 1f : -1f;
            var (ab, bc, ca) = (sign * Side(A, B, at), sign * Side(B, C, at), sign * Side(C, A, at));
            if (ab < 0 || bc < 0 || ca < 0) return false;
            depth = (ab + bc + ca) / (bc / A.Z + ca / B.Z + ab / C.Z);
            return true;
        }

        /// <summary>Pixels to the nearest edge, and the depth where it is nearest.</summary>
        internal float Nearest(Vector2 at, out float depth)
        {
            var (ab, bc, ca) = (ToEdge(A, B, at), ToEdge(B, C, at), ToEdge(C, A, at));
            var nearest = ab.Distance <= bc.Distance && ab.Distance <= ca.Distance ? ab : bc.Distance <= ca.Distance ? bc : ca;
            depth = nearest.Depth;
            return nearest.Distance;
        }

        /// <summary>Metres of depth for a pixel across the image, at most, and for a metre that the plane moves along its normal.</summary>
        internal (float PerPixel, float PerMetre) Slope(float depth, Vector2 at, in Pinhole pinhole)
        {
            // How a plane so thin runs, nobody can tell: as steeply as it may.
            if (Face == Face.Thin) return (float.PositiveInfinity, 1);
            // 1/depth is linear in the image: the scalar product of the plane's normal, divided by its distance from the eye, and the ray.
            var (b, c) = (B - A, C - A);
            var (toB, toC, area) = (1 / B.Z - 1 / A.Z, 1 / C.Z - 1 / A.Z, b.X * c.Y - b.Y * c.X);
            var (perColumn, perRow) = ((toB * c.Y - toC * b.Y) / area, (toC * b.X - toB * c.X) / area);
            var across = new Vector2(perColumn, perRow);
            var along = Vector2.Dot(across, at - new Vector2(pinhole.Width, pinhole.Height) * 0.5f) - 1 / depth;
            return (depth * depth * across.Length(), depth * new Vector3(across * (float)pinhole.Focal, along).Length());
        }

        private static float Side(Vector4 from, Vector4 to, Vector2 at) => (to.X - from.X) * (at.Y - from.Y) - (to.Y - from.Y) * (at.X - from.X);

        private static (float Distance, float Depth) ToEdge(Vector4 from, Vector4 to, Vector2 at)
        {
            var (start, edge) = (new Vector2(from.X, from.Y), new Vector2(to.X - from.X, to.Y - from.Y));
            var square = edge.LengthSquared();
            var along = square > 0 ? Math.Clamp(Vector2.Dot(at - start, edge) / square, 0, 1) : 0;
            return (Vector2.Distance(at, start + along * edge), 1 / ((1 - along) / from.Z + along / to.Z));
        }
    }
}
