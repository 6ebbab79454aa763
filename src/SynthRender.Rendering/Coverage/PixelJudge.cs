namespace SynthRender.Rendering.Coverage;

/// <summary>Decides a marked pixel: first with floats where they suffice, else exactly.</summary>
internal readonly ref struct PixelJudge(
    PixelMarks marks, IReadOnlyList<DrawnPrimitive> primitives, Pinhole pinhole, Span<uint> ids, Span<float> depth)
{
    // Floats, and what rasterisation does to slopes, are good to this fraction of the depth.
    private const float Coarse = 2e-3f;

    // What a correct depth buffer may be off, so that a larger difference is worth correcting.
    private const double Fine = 1e-4;

    private readonly Span<uint> _ids = ids;
    private readonly Span<float> _depth = depth;

    /// <summary>Corrects the pixel when it is wrong.</summary>
    /// <returns>True when the id changed.</returns>
    internal bool Judge(int slot)
    {
        if (IsSafe(slot, out var horizon)) return false;
        var pixel = marks.Pixel(slot);
        var (y, x) = Math.DivRem(pixel, pinhole.Width);
        var ray = pinhole.Ray(x, y);
        // Where the texture's alpha is in doubt, what the device read stays.
        var (id, nearest, unread) = (0u, double.PositiveInfinity, double.PositiveInfinity);
        var (contested, explained) = (false, false);
        for (var c = marks.First(slot); c >= 0; c = marks[c].Next)
        {
            var candidate = marks[c];
            if (candidate.Depth > horizon) continue;
            var primitive = primitives[candidate.Primitive];
            contested |= !candidate.IsInside;
            explained |= primitive.Id == _ids[pixel];
            var triangle = primitive.Exact(candidate.Triangle);
            if (!primitive.Shows(triangle)) continue;
            var inside = triangle.Meet(ray, 1 / pinhole.Focal, out var at);
            if (inside < 0 || at < pinhole.Near || at > pinhole.Far) continue;
            var solid = primitive.IsCutOut
                ? CutOutAlpha.IsSurelySolid(primitive, candidate.Triangle, triangle, ray) ?? IsShown(primitive.Id, at, pixel)
                : true;
            if (solid is null) unread = Math.Min(unread, at);
            else if (solid.Value && at < nearest) (id, nearest) = (primitive.Id, at);
        }

        var drawn = _depth[pixel];
        contested |= Alike(drawn, nearest, Coarse);
        // A line or a point may lie before all triangles.
        explained |= !(drawn < nearest * (1 - Coarse));
        if (unread < nearest || !contested || !explained) return false;
        if (!Alike(drawn, nearest, Fine)) _depth[pixel] = (float)nearest;
        if (_ids[pixel] == id) return false;
        (_ids[pixel], _depth[pixel]) = (id, (float)nearest);
        return true;
    }

    /// <summary>True when no rounding can have decided the pixel; else gives the depth behind which nothing matters.</summary>
    private bool IsSafe(int slot, out float horizon)
    {
        var (nearest, id) = (float.PositiveInfinity, 0u);
        for (var c = marks.First(slot); c >= 0; c = marks[c].Next)
        {
            var candidate = marks[c];
            if (candidate.IsInside && candidate.Depth < nearest && !primitives[candidate.Primitive].IsCutOut)
                (nearest, id) = (candidate.Depth, primitives[candidate.Primitive].Id);
        }

        horizon = nearest * (1 + Coarse);
        for (var c = marks.First(slot); c >= 0; c = marks[c].Next)
        {
            var candidate = marks[c];
            if (candidate.Depth <= horizon && (!candidate.IsInside || primitives[candidate.Primitive].Id != id)) return false;
        }

        return true;
    }

    /// <summary>A cut-out surface is surely there when the device, which read its texture, shows it.</summary>
    private bool? IsShown(uint id, double at, int pixel) => _ids[pixel] == id && Alike(_depth[pixel], at, Coarse) ? true : null;

    private static bool Alike(double a, double b, double fraction) => a == b || Math.Abs(a - b) <= fraction * Math.Min(a, b);
}
