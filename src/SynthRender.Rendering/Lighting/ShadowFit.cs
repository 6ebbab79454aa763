using System.Numerics;
using SynthRender.Graph;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>Fits shadow views to what casts and what is seen.</summary>
internal static class ShadowFit
{
    /// <summary>The widest filter around a texel, as a part of a map's side. Penumbras that would need more stay narrower.</summary>
    internal const float WidestFilter = 0.1f;

    /// <summary>A penumbra of fewer texels than this looks as the 3×3 tent makes it; no wider filter is spent on it.</summary>
    internal const float SharpTexels = 6;

    /// <summary>Texels that the filter may reach; a map whose filter would reach farther is drawn coarser.</summary>
    private const float WidestFilterTexels = 24;

    /// <summary>Views of a light that are fitted to what is seen, beside those that hold all that casts.</summary>
    private const int MostFitted = 3;

    /// <summary>Where a texel would look larger than so many pixels, there are finer maps ...</summary>
    private const float CoarsePixels = 4.5f;

    /// <summary>... down to texels of so many.</summary>
    private const float TexelPixels = 1;

    /// <summary>The same for a part of a split light, whose texels are those of one map among many.</summary>
    private const float SplitTexelPixels = 2.5f;

    /// <summary>The part of a layer's side that a view of a split light takes.</summary>
    private const float PartOfSplit = 0.5f;

    /// <summary>The part of what is seen that is enough.</summary>
    private const float LeastShare = 0.02f;

    /// <summary>A view that opens wider than this to either side (as a tangent) becomes a cube.</summary>
    private const float WidestTangent = 2;

    /// <summary>Faces of a cube: what they look along, and what is up in their maps.</summary>
    private static readonly (Vector3 Along, Vector3 Up)[] Faces =
    [
        (Vector3.UnitX, Vector3.UnitY), (-Vector3.UnitX, Vector3.UnitY), (Vector3.UnitY, Vector3.UnitZ),
        (-Vector3.UnitY, Vector3.UnitZ), (Vector3.UnitZ, Vector3.UnitY), (-Vector3.UnitZ, Vector3.UnitY),
    ];

    /// <summary>Adds a sun's views, the finest first; none when nothing can throw a shadow into the picture.</summary>
    /// <param name="stage">Casters and receivers; the light is chosen.</param>
    /// <param name="direction">Along which it shines.</param>
    /// <param name="radius">Tangent of its angular radius.</param>
    /// <param name="mapSize">Texels along a map's side.</param>
    /// <param name="views">Where the views go; their tiles are still open.</param>
    /// <returns>Whether its penumbra can be seen.</returns>
    internal static bool Sun(ShadowStage stage, Vector3 direction, float radius, int mapSize, List<ShadowView> views)
    {
        var lightFromWorld = Facing(direction);
        var casters = BoundingBox.Empty;
        foreach (var i in stage.Casters) casters = casters.Union(stage.Items[i].WorldBounds.Transform(lightFromWorld));
        if (casters.IsEmpty) return false;
        var penumbra = radius * stage.LongestThrow(direction);
        var first = views.Count;
        var seen = stage.Receivers.Transform(lightFromWorld);
        var frustum = stage.Frustum(lightFromWorld);
        if (!TryFit(Vector3.Max(seen.Min, frustum.Min), Vector3.Min(seen.Max, frustum.Max), out var finest)) return false;
        views.Add(finest);

        var points = stage.Seen.ForSun();
        var least = (int)(points.Length * LeastShare);
        var isCoarse = points.Length > 0 && points[least].Pixel * CoarsePixels < finest.TexelSize * finest.Part;
        while (isCoarse && views.Count - first < MostFitted + 1 && views.Count < FrameConstants.MaxShadowViews / 2)
        {
            var wanting = 0;
            while (wanting < points.Length && points[wanting].Pixel * TexelPixels < finest.TexelSize) wanting++;
            var ratio = wanting > 0 ? Finer(points[least].Pixel / finest.TexelSize, MostFitted + 1 - (views.Count - first)) : 1;
            var found = false;
            for (; wanting >= points.Length * LeastShare && wanting > 0 && !found; wanting /= 2)
            {
                var box = BoundingBox.Empty;
                foreach (var point in points[..wanting])
                {
                    var (p, patch) = (Vector3.Transform(point.Position, lightFromWorld), new Vector3(point.Patch));
                    box = box.Include(p - patch).Include(p + patch);
                }

                found = TryFit(box.Min, box.Max, out var view) && view.TexelSize < ratio * finest.TexelSize && view.WidestFilter < WidestFilter;
                if (found) finest = view with { IsFitted = true };
            }

            if (!found) break;
            views.Insert(first, finest);
        }

        return 2 * penumbra > SharpTexels * views[first].TexelSize * views[first].Part;

        bool TryFit(Vector3 low, Vector3 high, out ShadowView view)
        {
            var spread = new Vector3(penumbra, penumbra, 0);
            (low, high) = (Vector3.Max(casters.Min, low) - spread, Vector3.Min(casters.Max, high) + spread);
            view = default;
            if (!(low.X < high.X && low.Y < high.Y)) return false;

            // A border for the filter; the size in steps, and the corner on whole texels, so that a map that is fitted to moving
            // things does not swim.
            var width = Stepped(MathF.Max(high.X - low.X, high.Y - low.Y) * (1 + 8f / mapSize));
            var filter = MathF.Min(penumbra / width, WidestFilter);
            var part = Part(filter * mapSize);
            var texel = width / (mapSize * part);
            var x = MathF.Floor((0.5f * (low.X + high.X) - 0.5f * width) / texel) * texel;
            var y = MathF.Floor((0.5f * (low.Y + high.Y) - 0.5f * width) / texel) * texel;
            var depth = casters.Max.Z - casters.Min.Z;
            var slack = 0.01f * depth + 4 * texel;
            // The light looks along −Z of its frame: the largest z is nearest.
            var projection = Matrix4x4.CreateOrthographicOffCenter(x, x + width, y, y + width, -(casters.Max.Z + slack), -(casters.Min.Z - slack));
            view = new ShadowView(
                new DoubleMatrix(lightFromWorld) * new DoubleMatrix(projection), texel, false, depth + 2 * slack, filter, part);
            return true;
        }
    }

    /// <summary>
    /// Adds the views of a light that has a place: those that are fitted to what is seen, the finest first, then one that is fitted to
    /// the casters, or the six faces of a cube.
    /// </summary>
    /// <param name="stage">Casters and receivers; the light is chosen.</param>
    /// <param name="lamp">The light.</param>
    /// <param name="mapSize">Texels along a map's side.</param>
    /// <param name="views">Where the views go; their tiles are still open.</param>
    /// <param name="fitted">How many are fitted to what is seen.</param>
    /// <returns>Whether its penumbra can be seen.</returns>
    internal static bool Lamp(ShadowStage stage, in ShadowLamp lamp, int mapSize, List<ShadowView> views, out int fitted)
    {
        var first = views.Count;
        var soft = Whole(stage, lamp, mapSize, views);
        fitted = 0;
        if (views.Count == first) return false;
        var points = stage.Seen.ForLamp(lamp);
        var finest = views[first].TexelSize;
        var least = (int)(points.Length * LeastShare);
        var needed = points.Length > 0 ? points[least].Pixel / Vector3.Distance(points[least].Position, lamp.Position) : float.PositiveInfinity;
        // A map for wide penumbras is coarse on purpose.
        var isCoarse = needed * CoarsePixels < views[first].TexelSize * views[first].Part;
        while (isCoarse && fitted < MostFitted && views.Count < FrameConstants.MaxShadowViews / 2)
        {
            var wanting = 0;
            while (wanting < points.Length && points[wanting].Pixel * TexelPixels < finest * Vector3.Distance(points[wanting].Position, lamp.Position))
                wanting++;
            var ratio = wanting > 0 ? Finer(needed / finest, MostFitted - fitted) : 1;
            var found = false;
            for (; wanting >= points.Length * LeastShare && wanting > 0 && !found; wanting /= 2)
            {
                found = TryFit(stage, lamp, points[..wanting], mapSize, false, out var view) && view.TexelSize < ratio * finest;
                if (!found) continue;
                finest = view.TexelSize;
                soft |= 2 * view.WidestFilter * mapSize > SharpTexels;
                views.Insert(first, view);
            }

            if (!found) break;
            fitted++;
        }

        return soft;
    }

    /// <summary>Adds the views of an area light's parts: for each a fine one, where that is needed, and one of all that is seen.</summary>
    /// <param name="stage">Casters and receivers; the light is chosen.</param>
    /// <param name="lamp">The light.</param>
    /// <param name="axes">Half its extents along its own axes, in the world.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="mapSize">Texels along a map's side.</param>
    /// <param name="views">Where the views go, the finer of a part first; their tiles are still open.</param>
    /// <returns>Views of each part, or 0 when the light is too near to what it lights for one view.</returns>
    internal static int Split(
        ShadowStage stage, in ShadowLamp lamp, (Vector3 X, Vector3 Y) axes, in LightParts parts, int mapSize, List<ShadowView> views)
    {
        var points = stage.Seen.ForLamp(lamp);
        if (!TryFit(stage, lamp, points, mapSize, true, out var whole)) return 0;
        var wanting = 0;
        while (wanting < points.Length
            && points[wanting].Pixel * SplitTexelPixels < whole.TexelSize * Vector3.Distance(points[wanting].Position, lamp.Position)) wanting++;
        while (wanting > 0 && !(TryFit(stage, lamp, points[..wanting], mapSize, true, out var fine) && fine.TexelSize < 0.7f * whole.TexelSize))
            wanting /= 2;
        if (wanting < points.Length * LeastShare) wanting = 0;
        var extent = parts.Extent;
        var radius = parts.IsRectangle ? (axes.X * extent.X + axes.Y * extent.Y).Length() : axes.X.Length() * extent.X;
        for (var i = 0; i < parts.Count; i++)
        {
            var middle = parts.Middle(i);
            var part = lamp with { Position = lamp.Position + axes.X * middle.X + axes.Y * middle.Y, Radius = radius };
            if (wanting > 0) views.Add(TryFit(stage, part, points[..wanting], mapSize, true, out var near) ? near : ShadowView.Open(part.Position));
            views.Add(TryFit(stage, part, points, mapSize, true, out var all) ? all : ShadowView.Open(part.Position));
        }

        return wanting > 0 ? 2 : 1;
    }

    /// <summary>A lamp's view of some points and of what casts between; false when nothing does, or they lie too far apart.</summary>
    private static bool TryFit(ShadowStage stage, in ShadowLamp lamp, ReadOnlySpan<SeenPoint> points, int mapSize, bool split, out ShadowView view)
    {
        view = default;
        var axis = Vector3.Zero;
        foreach (var point in points) axis += Vector3.Normalize(point.Position - lamp.Position);
        if (!(axis.Length() > 0.3f * points.Length)) return false;
        var lightFromWorld = Facing(axis);
        var (low, high) = (new Vector2(float.PositiveInfinity), new Vector2(float.NegativeInfinity));
        foreach (var point in points)
        {
            var p = Vector3.TransformNormal(point.Position - lamp.Position, lightFromWorld);
            if (!(-p.Z > 0.3f * p.Length())) continue;
            var (at, patch) = (new Vector2(p.X, p.Y) / -p.Z, new Vector2(point.Patch / -p.Z));
            (low, high) = (Vector2.Min(low, at - patch), Vector2.Max(high, at + patch));
        }

        low = Vector2.Max(low, new Vector2(-WidestTangent));
        high = Vector2.Min(high, new Vector2(WidestTangent));
        if (!(low.X < high.X && low.Y < high.Y)) return false;
        // From beside the pyramid casts what hangs so far before the farthest point that the light's extent reaches around it.
        var farthest = 0f;
        foreach (var point in points) farthest = MathF.Max(farthest, Vector3.Distance(point.Position, lamp.Position) + point.Patch);
        var casters = BoundingBox.Empty;
        var (widest, margin) = (new ShadowPyramid(lamp.Position, lightFromWorld, low, high), 0f);
        if (lamp.Radius > 0) widest = widest.Grown(MathF.Min(1, lamp.Radius / (0.05f * farthest)));
        foreach (var i in stage.Casters)
        {
            var nearest = widest.Around(stage.Items[i]);
            if (nearest.IsEmpty || nearest.Min.Z > farthest) continue;
            var reach = MathF.Min(lamp.Radius * (1 / MathF.Max(nearest.Min.Z, 1e-3f * farthest) - 1 / farthest), 1);
            var box = new ShadowPyramid(lamp.Position, lightFromWorld, low, high).Grown(reach).Around(stage.Items[i]);
            if (box.IsEmpty) continue;
            margin = MathF.Max(margin, reach);
            casters = casters.Union(new BoundingBox(box.Min - new Vector3(reach, reach, 0), box.Max + new Vector3(reach, reach, 0)));
        }

        if (casters.IsEmpty) return false;
        var (near, far) = Depths(casters);
        far = MathF.Max(far, farthest);
        var filter = lamp.Radius * (1 / near - 1 / far);
        var (from, to) = (Vector2.Max(low - new Vector2(margin), new(casters.Min.X, casters.Min.Y)), Vector2.Min(high + new Vector2(margin), new(casters.Max.X, casters.Max.Y)));
        var width = Stepped(MathF.Max(to.X - from.X, to.Y - from.Y) * (1 + 8f / mapSize));
        if (!split && filter > WidestFilter * width) return false;
        var middle = 0.5f * (from + to);
        view = View(lamp, new DoubleMatrix(lightFromWorld), new Vector3(middle, 0), width, near, far, filter, mapSize, split) with { IsFitted = true, IsOfPart = split };
        return true;
    }

    /// <summary>
    /// How much finer the next view should be, so that the last one has the texels that the smallest things need: what is left to go, in
    /// equal steps.
    /// </summary>
    private static float Finer(float needed, int views) => MathF.Min(0.7f, MathF.Pow(TexelPixels * needed, 1f / views) * 1.05f);

    private static (float Near, float Far) Depths(BoundingBox casters)
    {
        var far = 1.01f * casters.Max.Z;
        return (MathF.Max(0.99f * casters.Min.Z, 1e-3f * far), far);
    }

    /// <summary>Adds the view that holds all that casts, or the faces of a cube.</summary>
    private static bool Whole(ShadowStage stage, in ShadowLamp lamp, int mapSize, List<ShadowView> views)
    {
        var (all, farthest) = (BoundingBox.Empty, 0f);
        foreach (var i in stage.Casters)
        {
            var box = stage.Items[i].WorldBounds;
            all = all.Union(box);
            var reach = Vector3.Max(Vector3.Abs(box.Min - lamp.Position), Vector3.Abs(box.Max - lamp.Position));
            farthest = MathF.Max(farthest, reach.Length());
        }

        if (all.IsEmpty) return false;
        var axis = lamp.Tangent <= WidestTangent ? lamp.Direction : all.Center - lamp.Position;
        if (axis.Length() > 1e-3f * farthest && TryCone(stage, lamp, Vector3.Normalize(axis), out var cone))
        {
            if (cone.IsEmpty) return false;
            var (near, far) = Depths(cone);
            var filter = lamp.Radius * (1 / near - 1 / far);
            var width = MathF.Max(cone.Max.X - cone.Min.X, cone.Max.Y - cone.Min.Y) + 2 * MathF.Min(filter, 0.5f);
            width = Stepped(width * (1 + 8f / mapSize));
            views.Add(View(lamp, new DoubleMatrix(Facing(axis)), 0.5f * (cone.Min + cone.Max), width, near, far, filter, mapSize, false));
            return 2 * filter > SharpTexels * width / mapSize;
        }

        // All faces alike, so that a penumbra looks the same on either side of where they meet.
        var nearest = float.PositiveInfinity;
        foreach (var (along, up) in Faces)
        {
            // What is nearest in one face may be seen in the border of the next one.
            var pyramid = new ShadowPyramid(lamp.Position, Matrix4x4.CreateLookTo(Vector3.Zero, along, up), new Vector2(-1.25f), new Vector2(1.25f));
            foreach (var i in stage.Casters)
            {
                var box = pyramid.Around(stage.Items[i]);
                if (!box.IsEmpty) nearest = MathF.Min(nearest, box.Min.Z);
            }
        }

        var (closest, end) = (MathF.Max(0.99f * nearest, 2e-3f * farthest), 1.01f * farthest);
        var widestFilter = lamp.Radius * (1 / closest - 1 / end);
        // Room for the filter, and for the texels of the tent.
        var filterPart = MathF.Min(widestFilter / 2, WidestFilter);
        var border = filterPart + 8 / (mapSize * Part(filterPart * mapSize));
        foreach (var (along, up) in Faces)
        {
            var face = new DoubleMatrix(Matrix4x4.CreateLookTo(Vector3.Zero, along, up));
            views.Add(View(lamp, face, Vector3.Zero, 2 / (1 - 2 * border), closest, end, widestFilter, mapSize, false));
        }

        return 2 * widestFilter > SharpTexels * 2 / mapSize;
    }

    /// <summary>The casters' extent as seen from a lamp: tangents across, depth along; false when it is too wide for one view.</summary>
    private static bool TryCone(ShadowStage stage, in ShadowLamp lamp, Vector3 axis, out BoundingBox cone)
    {
        cone = BoundingBox.Empty;
        var isSpot = lamp.Tangent <= WidestTangent;
        var lightFromWorld = Facing(axis);
        var pyramid = new ShadowPyramid(
            lamp.Position, lightFromWorld, new Vector2(-MathF.Min(lamp.Tangent, WidestTangent)), new Vector2(MathF.Min(lamp.Tangent, WidestTangent)));
        foreach (var i in stage.Casters)
        {
            ref readonly var item = ref stage.Items[i];
            cone = cone.Union(pyramid.Around(item));
            // A spot's cone bounds its view; any other light's must hold all that casts.
            if (!isSpot && !Fits(item.WorldBounds, lamp.Position, lightFromWorld)) return false;
        }

        return true;
    }

    private static bool Fits(BoundingBox box, Vector3 light, in Matrix4x4 lightFromWorld)
    {
        for (var c = 0; c < 8; c++)
        {
            var corner = new Vector3((c & 1) == 0 ? box.Min.X : box.Max.X, (c & 2) == 0 ? box.Min.Y : box.Max.Y, (c & 4) == 0 ? box.Min.Z : box.Max.Z);
            var p = Vector3.TransformNormal(corner - light, lightFromWorld);
            if (!(-p.Z > 1e-4f * p.Length()) || MathF.Max(MathF.Abs(p.X), MathF.Abs(p.Y)) > WidestTangent * -p.Z) return false;
        }

        return true;
    }

    private static ShadowView View(
        in ShadowLamp lamp, in DoubleMatrix turn, Vector3 centre, float width, float near, float far, float filter, int mapSize, bool split)
    {
        var lightFromWorld = DoubleMatrix.Translation(-(double)lamp.Position.X, -(double)lamp.Position.Y, -(double)lamp.Position.Z) * turn;
        var (x, y) = (centre.X - 0.5f * width, centre.Y - 0.5f * width);
        var corner = Vector3.Abs(centre) + new Vector3(0.5f * width);
        var projection = Matrix4x4.CreatePerspectiveOffCenter(x * near, (x + width) * near, y * near, (y + width) * near, near, far);
        filter = MathF.Min(filter / width, split ? 1 : WidestFilter);
        var part = split ? PartOfSplit : Part(filter * mapSize);
        return new ShadowView(
            lightFromWorld * new DoubleMatrix(projection), width / (mapSize * part), true, 1 / near - 1 / far, filter, part)
        {
            Light = lamp.Position,
            Near = near,
            Spread = (corner with { Z = 1 }).Length(),
        };
    }

    private static float Part(float filterTexels) =>
        filterTexels > 4 * WidestFilterTexels ? 0.125f : filterTexels > 2 * WidestFilterTexels ? 0.25f : filterTexels > WidestFilterTexels ? 0.5f : 1;

    /// <summary>From the world to a frame whose −Z runs along the light.</summary>
    private static Matrix4x4 Facing(Vector3 direction)
    {
        var up = MathF.Abs(direction.Y) > 0.99f * direction.Length() ? Vector3.UnitZ : Vector3.UnitY;
        return Matrix4x4.CreateLookTo(Vector3.Zero, direction, up);
    }

    /// <summary>The next of sixteen sizes per octave.</summary>
    private static float Stepped(float size) => MathF.Pow(2, MathF.Ceiling(MathF.Log2(MathF.Max(size, 1e-6f)) * 16) / 16);
}
