using SynthRender.Frames;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// Finds what lies on the straight lines from the eye to a frame's keypoints, in the triangles that were drawn and in double precision:
/// no pixel plays a part, so a corner that falls between their centres is judged as well as any.
/// </summary>
/// <remarks>Points and lines of a mesh are not found: they have no surface.</remarks>
internal sealed class SightFinder
{
    // What passes a keypoint within a pixel is looked at, and the keypoint is up to √½ pixel from the centre of its pixel.
    private const double Beside = 1;
    private const float ReachPixels = 1.75f;

    // The keypoint's place was rounded to floats, and so was the pose that it follows.
    private const double Rounding = 1e-5;

    // A surface seen at a slant reaches the keypoint's depth within half a pixel: nobody can tell that from touching it.
    private const double SlantPixels = 0.5;

    private readonly PixelMarks _marks = new();

    /// <summary>Fills <paramref name="sights"/> for all keypoints of the snapshot.</summary>
    internal void Find(FrameSnapshot snapshot, ScreenGeometry geometry, in Pinhole pinhole, KeypointSights sights)
    {
        sights.Clear();
        _marks.Clear(pinhole.Width, pinhole.Height);
        foreach (var instance in snapshot.Instances)
            foreach (var keypoint in instance.Keypoints)
                if (IsInside(pinhole, keypoint, out var x, out var y, out _)) _marks.Mark(x, y, within: (int)MathF.Ceiling(ReachPixels));
        new CandidateFinder(_marks, pinhole, ReachPixels).Find(geometry);
        foreach (var instance in snapshot.Instances)
        {
            foreach (var keypoint in instance.Keypoints)
            {
                if (IsInside(pinhole, keypoint, out var x, out var y, out var ray)) Collect(_marks.Slot(x, y), ray, geometry, pinhole, sights);
                sights.EndKeypoint();
            }
        }
    }

    /// <summary>Whether a keypoint falls into the image, give or take rounding; in which pixel, and the ray to it.</summary>
    private static bool IsInside(in Pinhole pinhole, in FrameKeypoint keypoint, out int x, out int y, out Point3 ray)
    {
        var view = pinhole.ViewFromWorld.Apply(Point3.From(keypoint.World));
        var at = pinhole.Project(view);
        ray = view * (-1 / view.Z);
        var inside = at.Z > 0 && at.X >= -0.5 && at.Y >= -0.5 && at.X <= pinhole.Width + 0.5 && at.Y <= pinhole.Height + 0.5;
        (x, y) = inside ? ((int)Math.Clamp(at.X, 0, pinhole.Width - 1), (int)Math.Clamp(at.Y, 0, pinhole.Height - 1)) : (-1, -1);
        return inside;
    }

    private void Collect(int slot, Point3 ray, ScreenGeometry geometry, in Pinhole pinhole, KeypointSights sights)
    {
        for (var c = _marks.First(slot); c >= 0; c = _marks[c].Next)
        {
            var primitive = geometry.Primitives[_marks[c].Primitive];
            var triangle = primitive.Exact(_marks[c].Triangle);
            if (!primitive.Shows(triangle)) continue;
            if (triangle.Meet(ray, 1 / pinhole.Focal, out var depth) >= 0)
            {
                if (primitive.IsCutOut && !CutOutAlpha.IsSolid(primitive, _marks[c].Triangle, triangle, ray)) continue;
                Add(primitive, triangle, depth, 0, ray, pinhole, sights);
            }
            else if (Nearest(triangle, ray, pinhole, out depth) is <= Beside and var distance)
            {
                Add(primitive, triangle, depth, Math.Max(distance, 1e-6), ray, pinhole, sights);
            }
        }
    }

    private static void Add(
        DrawnPrimitive primitive, in ExactTriangle triangle, double depth, double distance, Point3 ray, in Pinhole pinhole, KeypointSights sights)
    {
        if (depth < pinhole.Near || depth > pinhole.Far) return;
        var (perPixel, perMetre) = triangle.Slope(ray, 1 / pinhole.Focal);
        // Where the triangle ends its slope does.
        var slant = Math.Min(SlantPixels * perPixel, Math.Max(triangle.Deepest - depth, 0));
        var slack = Rounding * depth + slant + primitive.ErrorMetres * perMetre;
        sights.Add(new SightHit(primitive.Id, (float)depth, (float)slack, (float)distance));
    }

    /// <summary>Pixels from a ray to a triangle that it does not meet, and the depth of the triangle where it is nearest.</summary>
    private static double Nearest(in ExactTriangle triangle, Point3 ray, in Pinhole pinhole, out double depth)
    {
        var at = pinhole.Project(ray);
        depth = 0;
        var nearest = double.PositiveInfinity;
        Span<Point3> corners = [triangle.A, triangle.B, triangle.C];
        for (var i = 0; i < 3; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % 3]);
            // What is cut by the near plane is so large that its edges behind it do not matter.
            if (-from.Z < pinhole.Near || -to.Z < pinhole.Near) continue;
            var (a, b) = (pinhole.Project(from), pinhole.Project(to));
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var square = dx * dx + dy * dy;
            var along = square > 0 ? Math.Clamp(((at.X - a.X) * dx + (at.Y - a.Y) * dy) / square, 0, 1) : 0;
            var (ex, ey) = (at.X - a.X - along * dx, at.Y - a.Y - along * dy);
            var distance = Math.Sqrt(ex * ex + ey * ey);
            // 1/depth is linear in the image.
            if (distance < nearest) (nearest, depth) = (distance, 1 / ((1 - along) / a.Z + along / b.Z));
        }

        return nearest;
    }
}
