using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Graph;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// Which shadow maps a frame needs, how they are fitted, and who is drawn into them. It remembers the frame before: a map whose
/// view and casters are the same is not drawn again.
/// </summary>
internal sealed class ShadowPlan(int mapSize)
{
    private readonly List<ShadowView> _views = [];
    private readonly List<ShadowDraw> _draws = [];
    private readonly List<int> _casters = [];
    private List<ShadowKey> _keys = [];
    private List<ShadowKey> _lastKeys = [];
    private List<int> _keyStarts = [];
    private List<int> _lastKeyStarts = [];
    private BoundingBox _receivers;
    private long _frame;
    private float _farthest;

    internal IReadOnlyList<ShadowView> Views => _views;

    /// <summary>Draws of all views, in the views' order.</summary>
    internal List<ShadowDraw> Draws => _draws;

    /// <summary>Whether a view's map still holds what the frame before drew into it.</summary>
    internal bool IsKept(int view)
    {
        if (view + 1 >= _lastKeyStarts.Count) return false;
        int start = _keyStarts[view], count = _keyStarts[view + 1] - start;
        int last = _lastKeyStarts[view], lastCount = _lastKeyStarts[view + 1] - last;
        if (count != lastCount) return false;
        for (var i = 0; i < count; i++)
            if (!_keys[start + i].Equals(_lastKeys[last + i])) return false;
        return true;
    }

    /// <summary>Forgets what the maps hold: they were made again.</summary>
    internal void ForgetMaps() => _lastKeyStarts.Clear();

    /// <summary>Starts a frame: who casts, and where shadows can be seen.</summary>
    internal void Begin(FrameSnapshot snapshot, DrawList list)
    {
        (_keys, _lastKeys) = (_lastKeys, _keys);
        (_keyStarts, _lastKeyStarts) = (_lastKeyStarts, _keyStarts);
        _keys.Clear();
        _keyStarts.Clear();
        _keyStarts.Add(0);
        _frame++;
        _views.Clear();
        _draws.Clear();
        _casters.Clear();
        _receivers = BoundingBox.Empty;
        _farthest = 0;
        var items = list.Items;
        var backward = new Vector3(snapshot.Camera.WorldFromView.M31, snapshot.Camera.WorldFromView.M32, snapshot.Camera.WorldFromView.M33);
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            if (item.Model.CastsShadow) _casters.Add(i);
            if (!item.InView) continue;
            _receivers = _receivers.Union(item.WorldBounds);
            var half = item.WorldBounds.Size * 0.5f;
            var depth = -Vector3.Dot(item.WorldBounds.Center - snapshot.Camera.Position, backward)
                + MathF.Abs(half.X * backward.X) + MathF.Abs(half.Y * backward.Y) + MathF.Abs(half.Z * backward.Z);
            _farthest = MathF.Max(_farthest, depth);
        }

        _farthest = Math.Clamp(_farthest, snapshot.Camera.Lens.Near, snapshot.Camera.Lens.Far);
    }

    /// <summary>Plans a directional light's map and returns its view, or −1 when nothing can throw a shadow into the picture.</summary>
    internal int AddDirectional(FrameSnapshot snapshot, FrameLight light, DrawList list, RecordBuffer records, bool clipYInverted)
    {
        var lightFromWorld = Facing(light.Direction);
        var items = list.Items;
        var casters = BoundingBox.Empty;
        foreach (var i in _casters)
            if (!IsBackdrop(items[i], items, light.Direction)) casters = casters.Union(items[i].WorldBounds.Transform(lightFromWorld));
        var seen = _receivers.Transform(lightFromWorld);
        var frustum = Frustum(snapshot.Camera, lightFromWorld);
        var low = Vector3.Max(casters.Min, Vector3.Max(seen.Min, frustum.Min));
        var high = Vector3.Min(casters.Max, Vector3.Min(seen.Max, frustum.Max));
        if (casters.IsEmpty || !(low.X < high.X && low.Y < high.Y)) return -1;

        // A border for the filter; the size in steps, and the corner on whole texels, so that a map that is fitted to moving
        // things does not swim.
        var width = Stepped(MathF.Max(high.X - low.X, high.Y - low.Y) * (1 + 8f / mapSize));
        var texel = width / mapSize;
        var x = MathF.Floor((0.5f * (low.X + high.X) - 0.5f * width) / texel) * texel;
        var y = MathF.Floor((0.5f * (low.Y + high.Y) - 0.5f * width) / texel) * texel;
        var depth = casters.Max.Z - casters.Min.Z;
        var slack = 0.01f * depth + 4 * texel;
        // The light looks along −Z of its frame: the largest z is nearest.
        var projection = Matrix4x4.CreateOrthographicOffCenter(x, x + width, y, y + width, -(casters.Max.Z + slack), -(casters.Min.Z - slack));
        var view = new ShadowView(new DoubleMatrix(lightFromWorld) * new DoubleMatrix(projection), texel, false);
        AddView(view, list, records, clipYInverted, light.Direction);
        return _views.Count - 1;
    }

    private void AddView(in ShadowView view, DrawList list, RecordBuffer records, bool clipYInverted, Vector3? direction)
    {
        var index = _views.Count;
        _views.Add(view);
        _keys.Add(new ShadowKey(null, null, null, view.ClipFromWorld, 0));
        var toDevice = view.ClipFromWorld * new DoubleMatrix(Matrix4x4.CreateScale(1, clipYInverted ? -1 : 1, 1));
        var items = list.Items;
        foreach (var i in _casters)
        {
            ref var item = ref items[i];
            if (direction is { } along && IsBackdrop(item, items, along)) continue;
            var clipFromObject = item.WorldFromObject * toDevice;
            if (!ViewVolume.MayShow(item.ObjectBounds, clipFromObject.ToSingle(), anyDepth: true)) continue;
            _draws.Add(new ShadowDraw(index, i, records.Add(DrawList.Record(item, clipFromObject))));
            _keys.Add(new ShadowKey(item.Geometry, item.Primitive, item.Material, item.WorldFromObject, item.IsDeformed ? _frame : 0));
        }

        _keyStarts.Add(_keys.Count);
    }

    /// <summary>
    /// A flat caster (a floor) shades only what lies behind it as the light sees it. When nothing in the picture does, it need not
    /// be drawn, and does not widen the map.
    /// </summary>
    private static bool IsBackdrop(in DrawItem item, ReadOnlySpan<DrawItem> items, Vector3 direction)
    {
        var size = item.ObjectBounds.Size;
        var axis = size.X == 0 ? Vector3.UnitX : size.Y == 0 ? Vector3.UnitY : size.Z == 0 ? Vector3.UnitZ : Vector3.Zero;
        if (axis == Vector3.Zero || item.IsDeformed) return false;
        var matrix = item.WorldFromObject.ToSingle();
        var normal = Plane.Transform(new Plane(axis, -Vector3.Dot(axis, item.ObjectBounds.Min)), matrix);
        normal = Plane.Normalize(normal);
        if (Vector3.Dot(normal.Normal, direction) > 0) normal = new Plane(-normal.Normal, -normal.D);
        foreach (ref readonly var other in items)
        {
            if (!other.InView) continue;
            var half = other.WorldBounds.Size * 0.5f;
            var lowest = Plane.DotCoordinate(normal, other.WorldBounds.Center)
                - MathF.Abs(half.X * normal.Normal.X) - MathF.Abs(half.Y * normal.Normal.Y) - MathF.Abs(half.Z * normal.Normal.Z);
            if (lowest < -1e-3f * (1 + other.WorldBounds.Size.Length()) && other.Primitive != item.Primitive) return false;
        }

        return true;
    }

    /// <summary>From the world to a frame whose −Z runs along the light.</summary>
    private static Matrix4x4 Facing(Vector3 direction)
    {
        var up = MathF.Abs(direction.Y) > 0.99f ? Vector3.UnitZ : Vector3.UnitY;
        return Matrix4x4.CreateLookTo(Vector3.Zero, direction, up);
    }

    private BoundingBox Frustum(CameraView camera, in Matrix4x4 lightFromWorld)
    {
        var box = BoundingBox.Empty;
        var (halfY, aspect) = (MathF.Tan(camera.Lens.VerticalFov / 2), (float)camera.Lens.Width / camera.Lens.Height);
        for (var i = 0; i < 8; i++)
        {
            var depth = (i & 4) == 0 ? camera.Lens.Near : _farthest;
            var corner = new Vector3((i & 1) == 0 ? -halfY * aspect : halfY * aspect, (i & 2) == 0 ? -halfY : halfY, -1) * depth;
            box = box.Include(Vector3.Transform(Vector3.Transform(corner, camera.WorldFromView), lightFromWorld));
        }

        return box;
    }

    /// <summary>The next of sixteen sizes per octave.</summary>
    private static float Stepped(float size) => MathF.Pow(2, MathF.Ceiling(MathF.Log2(MathF.Max(size, 1e-6f)) * 16) / 16);

    private readonly record struct ShadowKey(object? Geometry, object? Primitive, Material? Material, DoubleMatrix Matrix, long Deformed);
}
