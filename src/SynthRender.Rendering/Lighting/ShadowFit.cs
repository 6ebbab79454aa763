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

    private const int MostCascades = 4;

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
        var seen = stage.Receivers.Transform(lightFromWorld);
        var penumbra = radius * stage.LongestThrow(direction);
        var first = views.Count;
        if (!TrySlice(stage.Farthest, penumbra, out var whole)) return false;

        // One map will do unless its texels look large where surfaces are near.
        var coarseness = whole.TexelSize / (stage.Nearest / stage.Camera.FocalLengthPixels);
        var cascades = coarseness <= 4 ? 1 : Math.Clamp((int)MathF.Ceiling(MathF.Log(coarseness, 4)) + 1, 2, MostCascades);
        for (var c = 1; c < cascades; c++)
        {
            var depth = stage.Nearest * MathF.Pow(stage.Farthest / stage.Nearest, (float)c / cascades);
            if (TrySlice(depth, penumbra, out var slice) && slice.TexelSize < 0.7f * whole.TexelSize) views.Add(slice);
        }

        views.Add(whole);
        return 2 * penumbra > SharpTexels * views[first].TexelSize * views[first].Part;

        bool TrySlice(float farthest, float border, out ShadowView view)
        {
            var frustum = stage.Frustum(farthest, lightFromWorld);
            var spread = new Vector3(border, border, 0);
            var low = Vector3.Max(casters.Min, Vector3.Max(seen.Min, frustum.Min)) - spread;
            var high = Vector3.Min(casters.Max, Vector3.Min(seen.Max, frustum.Max)) + spread;
            view = default;
            if (!(low.X < high.X && low.Y < high.Y)) return false;

            // A border for the filter; the size in steps, and the corner on whole texels, so that a map that is fitted to moving
            // things does not swim.
            var width = Stepped(MathF.Max(high.X - low.X, high.Y - low.Y) * (1 + 8f / mapSize));
            var filter = MathF.Min(border / width, WidestFilter);
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

    /// <summary>Adds the views of a light that has a place: one that is fitted to the casters, or the six faces of a cube.</summary>
    /// <param name="stage">Casters and receivers; the light is chosen.</param>
    /// <param name="lamp">The light.</param>
    /// <param name="mapSize">Texels along a map's side.</param>
    /// <param name="views">Where the views go; their tiles are still open.</param>
    /// <returns>Whether its penumbra can be seen.</returns>
    internal static bool Lamp(ShadowStage stage, in ShadowLamp lamp, int mapSize, List<ShadowView> views)
    {
        var (all, nearest, farthest) = (BoundingBox.Empty, float.PositiveInfinity, 0f);
        foreach (var i in stage.Casters)
        {
            var box = stage.Items[i].WorldBounds;
            all = all.Union(box);
            var outside = Vector3.Max(Vector3.Max(box.Min - lamp.Position, lamp.Position - box.Max), Vector3.Zero);
            nearest = MathF.Min(nearest, MathF.Max(outside.X, MathF.Max(outside.Y, outside.Z)));
            var reach = Vector3.Max(Vector3.Abs(box.Min - lamp.Position), Vector3.Abs(box.Max - lamp.Position));
            farthest = MathF.Max(farthest, reach.Length());
        }

        if (all.IsEmpty) return false;
        var axis = lamp.Tangent <= WidestTangent ? lamp.Direction : all.Center - lamp.Position;
        if (axis.Length() > 1e-3f * farthest && TryCone(stage, lamp, Vector3.Normalize(axis), out var cone))
        {
            if (cone.IsEmpty) return false;
            // A box that reaches around the lamp has no least depth of its own; what lies in the view is still no nearer than the boxes.
            var widest = Vector3.Max(Vector3.Abs(cone.Min), Vector3.Abs(cone.Max)) with { Z = 1 };
            var near = MathF.Max(0.99f * MathF.Max(cone.Min.Z, nearest / widest.Length()), 1e-3f * cone.Max.Z);
            var far = 1.01f * cone.Max.Z;
            var filter = lamp.Radius * (1 / near - 1 / far);
            var width = MathF.Max(cone.Max.X - cone.Min.X, cone.Max.Y - cone.Min.Y) + 2 * MathF.Min(filter, 0.5f);
            width = Stepped(width * (1 + 8f / mapSize));
            views.Add(View(lamp, new DoubleMatrix(Facing(axis)), 0.5f * (cone.Min + cone.Max), width, near, far, filter, mapSize));
            return 2 * filter > SharpTexels * width / mapSize;
        }

        // What is nearest in one face lies nearer still along the axis of the next one, in whose border it is seen.
        var (closest, end) = (MathF.Max(0.7f * nearest, 2e-3f * farthest), 1.01f * farthest);
        var widestFilter = lamp.Radius * (1 / closest - 1 / end);
        // Room for the filter, and for the texels by which positions are moved off their surface.
        var filterPart = MathF.Min(widestFilter / 2, WidestFilter);
        var border = filterPart + 8 / (mapSize * Part(filterPart * mapSize));
        foreach (var (along, up) in Faces)
        {
            var face = new DoubleMatrix(Matrix4x4.CreateLookTo(Vector3.Zero, along, up));
            views.Add(View(lamp, face, Vector3.Zero, 2 / (1 - 2 * border), closest, end, widestFilter, mapSize));
        }

        return 2 * widestFilter > SharpTexels * 2 / mapSize;
    }

    /// <summary>The casters' extent as seen from a lamp: tangents across, depth along; false when it is too wide for one view.</summary>
    private static bool TryCone(ShadowStage stage, in ShadowLamp lamp, Vector3 axis, out BoundingBox cone)
    {
        cone = BoundingBox.Empty;
        var lightFromWorld = Facing(axis);
        foreach (var i in stage.Casters)
        {
            var box = stage.Items[i].WorldBounds;
            for (var c = 0; c < 8; c++)
            {
                var corner = new Vector3((c & 1) == 0 ? box.Min.X : box.Max.X, (c & 2) == 0 ? box.Min.Y : box.Max.Y, (c & 4) == 0 ? box.Min.Z : box.Max.Z);
                var p = Vector3.TransformNormal(corner - lamp.Position, lightFromWorld);
                if (!(-p.Z > 1e-4f * p.Length()))
                {
                    if (lamp.Tangent > WidestTangent) return false;
                    // Behind a spot light: its cone bounds the view.
                    cone = cone.Include(new Vector3(-WidestTangent, -WidestTangent, 0)).Include(new Vector3(WidestTangent, WidestTangent, 0));
                    continue;
                }

                cone = cone.Include(new Vector3(p.X / -p.Z, p.Y / -p.Z, -p.Z));
            }
        }

        if (lamp.Tangent <= WidestTangent)
        {
            var low = Vector3.Max(cone.Min, new Vector3(-lamp.Tangent, -lamp.Tangent, cone.Min.Z));
            var high = Vector3.Min(cone.Max, new Vector3(lamp.Tangent, lamp.Tangent, cone.Max.Z));
            cone = low.X < high.X && low.Y < high.Y ? new BoundingBox(low, high) : BoundingBox.Empty;
            return true;
        }

        return MathF.Max(Vector3.Abs(cone.Min).X, Vector3.Abs(cone.Max).X) <= WidestTangent
            && MathF.Max(Vector3.Abs(cone.Min).Y, Vector3.Abs(cone.Max).Y) <= WidestTangent;
    }

    private static ShadowView View(
        in ShadowLamp lamp, in DoubleMatrix turn, Vector3 centre, float width, float near, float far, float filter, int mapSize)
    {
        var lightFromWorld = DoubleMatrix.Translation(-(double)lamp.Position.X, -(double)lamp.Position.Y, -(double)lamp.Position.Z) * turn;
        var (x, y) = (centre.X - 0.5f * width, centre.Y - 0.5f * width);
        var corner = Vector3.Abs(centre) + new Vector3(0.5f * width);
        var projection = Matrix4x4.CreatePerspectiveOffCenter(x * near, (x + width) * near, y * near, (y + width) * near, near, far);
        filter = MathF.Min(filter / width, WidestFilter);
        var part = Part(filter * mapSize);
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
