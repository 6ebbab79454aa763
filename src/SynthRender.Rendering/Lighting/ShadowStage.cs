using System.Numerics;
using SynthRender.Cameras;
using SynthRender.Graph;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>What shadows are planned from: who casts, and where the camera can see shadows.</summary>
internal sealed class ShadowStage
{
    private readonly List<int> _casters = [];
    private readonly List<int> _shading = [];
    private DrawList? _list;

    /// <summary>Indices of the items that can throw the chosen light's shadow into the picture, as far as their boxes tell.</summary>
    internal List<int> Casters => _shading;

    internal ReadOnlySpan<DrawItem> Items => _list!.Items;

    internal CameraView Camera { get; private set; } = null!;

    /// <summary>The box around what is in view.</summary>
    internal BoundingBox Receivers { get; private set; }

    /// <summary>Where surfaces are seen.</summary>
    internal SeenPoints Seen { get; } = new();

    /// <summary>The planar depth beyond which no surface can be seen.</summary>
    internal float Farthest { get; private set; }

    internal void Begin(CameraView camera, DrawList list)
    {
        (_list, Camera) = (list, camera);
        _casters.Clear();
        Receivers = BoundingBox.Empty;
        Farthest = 0;
        var items = list.Items;
        var backward = new Vector3(camera.WorldFromView.M31, camera.WorldFromView.M32, camera.WorldFromView.M33);
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            if (item.CastsShadow) _casters.Add(i);
            if (!item.InView) continue;
            Receivers = Receivers.Union(item.WorldBounds);
            var half = item.WorldBounds.Size * 0.5f;
            var depth = -Vector3.Dot(item.WorldBounds.Center - camera.Position, backward)
                + MathF.Abs(half.X * backward.X) + MathF.Abs(half.Y * backward.Y) + MathF.Abs(half.Z * backward.Z);
            Farthest = MathF.Max(Farthest, depth);
        }

        Farthest = Math.Clamp(Farthest, camera.Lens.Near, camera.Lens.Far);
        if (_casters.Count > 0) Seen.Find(camera, items);
    }

    /// <summary>Chooses a sun, and with it <see cref="Casters"/>.</summary>
    internal void ChooseSun(Vector3 direction)
    {
        _shading.Clear();
        foreach (var i in _casters)
            if (!IsBackdrop(Items[i], new Vector4(direction, 0))) _shading.Add(i);
    }

    /// <summary>Chooses a light that has a place, and with it <see cref="Casters"/>.</summary>
    internal void ChooseLamp(in ShadowLamp lamp)
    {
        _shading.Clear();
        foreach (var i in _casters)
            if (!IsBehind(lamp, Items[i].WorldBounds) && !IsBackdrop(Items[i], new Vector4(lamp.Position, 1))) _shading.Add(i);
    }

    /// <summary>The farthest that a sun's shadow may fall from a caster to what is in view, as far as their boxes tell, metres.</summary>
    /// <param name="direction">Along which the sun shines, length 1.</param>
    internal float LongestThrow(Vector3 direction)
    {
        var longest = 0f;
        foreach (var i in _shading)
        {
            var caster = Items[i].WorldBounds;
            foreach (ref readonly var receiver in Items)
                if (receiver.InView) longest = MathF.Max(longest, Throw(caster, receiver.WorldBounds, direction));
        }

        return longest;
    }

    /// <summary>The box, in a light's frame, around what the camera may see.</summary>
    internal BoundingBox Frustum(in Matrix4x4 lightFromWorld)
    {
        var box = BoundingBox.Empty;
        var lens = Camera.Lens;
        var (halfY, aspect) = (MathF.Tan(lens.VerticalFov / 2), (float)lens.Width / lens.Height);
        for (var i = 0; i < 8; i++)
        {
            var depth = (i & 4) == 0 ? lens.Near : Farthest;
            var corner = new Vector3((i & 1) == 0 ? -halfY * aspect : halfY * aspect, (i & 2) == 0 ? -halfY : halfY, -1) * depth;
            box = box.Include(Vector3.Transform(Vector3.Transform(corner, Camera.WorldFromView), lightFromWorld));
        }

        return box;
    }

    /// <summary>
    /// A flat caster (a floor) shades only what lies behind it as the light sees it. When nothing in the picture does, it need not
    /// be drawn, and does not widen the map.
    /// </summary>
    /// <param name="item">The caster.</param>
    /// <param name="light">The light's place and 1, or the direction along which it shines and 0.</param>
    private bool IsBackdrop(in DrawItem item, Vector4 light)
    {
        var size = item.ObjectBounds.Size;
        var axis = size.X == 0 ? Vector3.UnitX : size.Y == 0 ? Vector3.UnitY : size.Z == 0 ? Vector3.UnitZ : Vector3.Zero;
        if (axis == Vector3.Zero || item.IsDeformed) return false;
        var matrix = item.WorldFromObject.ToSingle();
        var plane = Plane.Normalize(Plane.Transform(new Plane(axis, -Vector3.Dot(axis, item.ObjectBounds.Min)), matrix));
        var xyz = new Vector3(light.X, light.Y, light.Z);
        var side = light.W == 0 ? -Vector3.Dot(plane.Normal, xyz) : Plane.DotCoordinate(plane, xyz);
        if (side < 0) plane = new Plane(-plane.Normal, -plane.D);
        var normal = plane.Normal;
        foreach (ref readonly var other in Items)
        {
            if (!other.InView) continue;
            var half = other.WorldBounds.Size * 0.5f;
            var lowest = Plane.DotCoordinate(plane, other.WorldBounds.Center)
                - MathF.Abs(half.X * normal.X) - MathF.Abs(half.Y * normal.Y) - MathF.Abs(half.Z * normal.Z);
            if (lowest < -1e-3f * (1 + other.WorldBounds.Size.Length()) && other.Primitive != item.Primitive) return false;
        }

        return true;
    }

    /// <summary>How far a box can be moved along a direction and still meet another; 0 when it does not meet it.</summary>
    private static float Throw(BoundingBox from, BoundingBox to, Vector3 direction)
    {
        var (first, last) = (0f, float.PositiveInfinity);
        for (var axis = 0; axis < 3; axis++)
        {
            var (near, far, speed) = (to.Min[axis] - from.Max[axis], to.Max[axis] - from.Min[axis], direction[axis]);
            if (MathF.Abs(speed) < 1e-6f)
            {
                if (near > 0 || far < 0) return 0;
                continue;
            }

            first = MathF.Max(first, (speed > 0 ? near : far) / speed);
            last = MathF.Min(last, (speed > 0 ? far : near) / speed);
        }

        return first <= last && float.IsFinite(last) ? last : 0;
    }

    private static bool IsBehind(in ShadowLamp lamp, BoundingBox box)
    {
        if (!lamp.IsOneSided) return false;
        var (half, d) = (box.Size * 0.5f, lamp.Direction);
        var ahead = Vector3.Dot(box.Center - lamp.Position, d) + MathF.Abs(half.X * d.X) + MathF.Abs(half.Y * d.Y) + MathF.Abs(half.Z * d.Z);
        return ahead <= 1e-4f * box.Size.Length();
    }
}
