using System.Numerics;
using SynthRender.Frames;
using SynthRender.Lights;
using SynthRender.Materials;
using SynthRender.Rendering.Drawing;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// Which shadow maps a frame needs, and who is drawn into them. It remembers the frame before: a map whose view and casters are the
/// same is not drawn again.
/// </summary>
internal sealed class ShadowPlan(int mapSize, bool clipYInverted)
{
    // A caster's outline may move by half a texel, which the filter spreads over three.
    private const float LevelErrorTexels = 0.5f;

    private readonly ShadowStage _stage = new();
    private readonly List<ShadowView> _views = [];
    private readonly List<ShadowDraw> _draws = [];
    private readonly List<float> _parts = [];
    private List<ShadowKey> _keys = [];
    private List<ShadowKey> _lastKeys = [];
    private List<int> _keyStarts = [];
    private List<int> _lastKeyStarts = [];
    private long _frame;

    /// <summary>What the shaders look up; some have no layer, because nothing casts there.</summary>
    internal IReadOnlyList<ShadowView> Views => _views;

    /// <summary>Layers of the shadow maps that are in use.</summary>
    internal int Layers => _keyStarts.Count - 1;

    /// <summary>Draws of all layers, in the layers' order.</summary>
    internal List<ShadowDraw> Draws => _draws;

    /// <summary>The part of a layer's side that is drawn into.</summary>
    internal float Part(int layer) => _parts[layer];

    /// <summary>Whether a layer still holds what the frame before drew into it.</summary>
    internal bool IsKept(int layer)
    {
        if (layer + 1 >= _lastKeyStarts.Count) return false;
        int start = _keyStarts[layer], count = _keyStarts[layer + 1] - start;
        int last = _lastKeyStarts[layer], lastCount = _lastKeyStarts[layer + 1] - last;
        if (count != lastCount) return false;
        for (var i = 0; i < count; i++)
            if (!_keys[start + i].Equals(_lastKeys[last + i])) return false;
        return true;
    }

    /// <summary>Forgets what the maps hold: they were made again.</summary>
    internal void ForgetMaps() => _lastKeyStarts.Clear();

    /// <summary>Starts a frame.</summary>
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
        _parts.Clear();
        _stage.Begin(snapshot.Camera, list);
    }

    /// <summary>Plans a sun's shadow.</summary>
    internal LightShadow AddSun(Vector3 direction, DirectionalLight sun, RecordBuffer records)
    {
        var first = _views.Count;
        _stage.ChooseSun(direction);
        var soft = ShadowFit.Sun(_stage, direction, MathF.Tan(sun.AngularDiameter / 2), mapSize, _views);
        if (_views.Count == first) return LightShadow.None;
        for (var view = first; view < _views.Count; view++) Draw(view, records);
        var count = _views.Count - first;
        return new LightShadow(first, count, soft ? LightGroups.Soft : count > 1 ? LightGroups.SharpCascade : LightGroups.Sharp);
    }

    /// <summary>Plans the shadow of a light that has a place.</summary>
    internal LightShadow AddLamp(in ShadowLamp lamp, RecordBuffer records)
    {
        var first = _views.Count;
        _stage.ChooseLamp(lamp);
        var soft = ShadowFit.Lamp(_stage, lamp, mapSize, _views);
        if (_views.Count == first) return LightShadow.None;
        for (var view = first; view < _views.Count; view++) Draw(view, records);
        return _views.Count == first + 1
            ? new LightShadow(first, 1, soft ? LightGroups.Soft : LightGroups.Sharp)
            : new LightShadow(first, -6, soft ? LightGroups.Soft : LightGroups.SharpCube);
    }

    private void Draw(int index, RecordBuffer records)
    {
        var view = _views[index];
        var (layer, firstDraw) = (Layers, _draws.Count);
        _keys.Add(new ShadowKey(null, null, null, view.ClipFromWorld, view.Part, 0, 0));
        var toDevice = view.ClipFromWorld * new DoubleMatrix(Matrix4x4.CreateScale(1, clipYInverted ? -1 : 1, 1));
        var items = _stage.Items;
        var error = 0f;
        if (!view.IsPerspective || ShowsReceivers(toDevice))
        {
            foreach (var i in _stage.Casters)
            {
                ref readonly var item = ref items[i];
                var clipFromObject = item.WorldFromObject * toDevice;
                if (!ViewVolume.MayShow(item.ObjectBounds, clipFromObject.ToSingle(), anyDepth: !view.IsPerspective)) continue;
                var level = Level(item, view.TexelSize, clipFromObject.ToSingle());
                if (level > 0) error = MathF.Max(error, item.WorldPerMesh * item.Detail!.Levels[level].ErrorMetres);
                _draws.Add(new ShadowDraw(layer, i, records.Add(DrawList.Record(item, clipFromObject)), level));
                _keys.Add(new ShadowKey(item.Geometry, item.Primitive, item.Material, item.WorldFromObject, 1, item.IsDeformed ? _frame : 0, level));
            }
        }

        if (_draws.Count == firstDraw)
        {
            _keys.RemoveAt(_keys.Count - 1);
            return;
        }

        _views[index] = view with { Layer = layer, Slack = error + _stage.LevelError };
        _keyStarts.Add(_keys.Count);
        _parts.Add(view.Part);
    }

    /// <summary>The coarsest level of a caster that lies within the allowed part of a texel at the caster's nearest point.</summary>
    private static int Level(in DrawItem item, float texelSize, in Matrix4x4 clipFromObject)
    {
        if (item.Detail is not { } detail) return 0;
        var (center, half) = (item.ObjectBounds.Center, item.ObjectBounds.Size * 0.5f);
        // The distance along the view for a perspective one, 1 for a parallel one: what texel sizes are given at.
        var nearest = center.X * clipFromObject.M14 + center.Y * clipFromObject.M24 + center.Z * clipFromObject.M34 + clipFromObject.M44
            - half.X * MathF.Abs(clipFromObject.M14) - half.Y * MathF.Abs(clipFromObject.M24) - half.Z * MathF.Abs(clipFromObject.M34);
        var allowed = LevelErrorTexels * texelSize * nearest / item.WorldPerMesh;
        var level = detail.Levels.Length - 1;
        while (level > 0 && !(detail.Levels[level].ErrorMetres <= allowed)) level--;
        return level;
    }

    /// <summary>Whether anything in the picture lies in a view's cone, near or far.</summary>
    private bool ShowsReceivers(in DoubleMatrix clipFromWorld)
    {
        foreach (ref readonly var item in _stage.Items)
        {
            if (item.InView && ViewVolume.MayShow(item.ObjectBounds, (item.WorldFromObject * clipFromWorld).ToSingle(), anyDepth: true))
                return true;
        }

        return false;
    }

    private readonly record struct ShadowKey(
        object? Geometry, object? Primitive, Material? Material, DoubleMatrix Matrix, float Part, long Deformed, int Level);
}
