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
    // A caster's outline may move by this at its worst; the filter spreads it over three.
    private const float LevelErrorTexels = 1.5f;

    // Six tiles share a layer when they are no larger than this. What lies between them is wider than any filter.
    private const float SmallTile = 0.25f;
    private const int TilesAcross = 3;

    private readonly ShadowStage _stage = new();
    private readonly List<ShadowView> _views = [];
    private readonly List<ShadowDraw> _draws = [];
    private readonly List<ShadowTile> _tiles = [];
    private List<ShadowKey> _keys = [];
    private List<ShadowKey> _lastKeys = [];
    private List<int> _keyStarts = [];
    private List<int> _lastKeyStarts = [];
    private long _frame;

    /// <summary>What the shaders look up; some have no tile, because nothing casts there.</summary>
    internal IReadOnlyList<ShadowView> Views => _views;

    /// <summary>Layers of the shadow maps that are in use.</summary>
    internal int Layers => _keyStarts.Count - 1;

    /// <summary>The tiles that are drawn into, layer by layer.</summary>
    internal List<ShadowTile> Tiles => _tiles;

    /// <summary>Draws of all tiles, in the tiles' order.</summary>
    internal List<ShadowDraw> Draws => _draws;

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
        _tiles.Clear();
        _stage.Begin(snapshot.Camera, list);
    }

    /// <summary>Plans a sun's shadow.</summary>
    internal LightShadow AddSun(Vector3 direction, DirectionalLight sun, RecordBuffer records)
    {
        var first = _views.Count;
        _stage.ChooseSun(direction);
        var soft = ShadowFit.Sun(_stage, direction, MathF.Tan(sun.AngularDiameter / 2), mapSize, _views);
        if (_views.Count == first) return LightShadow.None;
        for (var view = first; view < _views.Count; view++) Draw(view, 0, records);
        var count = _views.Count - first;
        return new LightShadow(first, count, soft ? LightGroups.SoftSun : count > 1 ? LightGroups.SharpCascade : LightGroups.SharpSun);
    }

    /// <summary>Plans the shadow of a light that has a place.</summary>
    internal LightShadow AddLamp(in ShadowLamp lamp, RecordBuffer records)
    {
        var first = _views.Count;
        _stage.ChooseLamp(lamp);
        var soft = ShadowFit.Lamp(_stage, lamp, mapSize, _views);
        if (_views.Count == first) return LightShadow.None;
        var place = 0;
        for (var view = first; view < _views.Count; view++)
            if (Draw(view, place, records) && _views[view].Part <= SmallTile) place++;
        return _views.Count == first + 1
            ? new LightShadow(first, 1, soft ? LightGroups.SoftLamp : LightGroups.SharpLamp)
            : new LightShadow(first, -6, soft ? LightGroups.SoftLamp : LightGroups.SharpCube);
    }

    /// <summary>Plans a view's map; false when nothing casts there.</summary>
    /// <param name="index">Index of the view.</param>
    /// <param name="place">Its place among the tiles of a layer; 0 begins a layer.</param>
    /// <param name="records">Where the casters' data go.</param>
    private bool Draw(int index, int place, RecordBuffer records)
    {
        var view = _views[index];
        var firstDraw = _draws.Count;
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
                var nearest = NearestDepth(item, view, clipFromObject.ToSingle());
                var level = Level(item, view.TexelSize * nearest);
                if (level > 0) error = MathF.Max(error, item.DetailScale.SurfaceMetres(item.Detail!.CasterLevels[level]));
                var hidesBacks = nearest > view.Near && item.Detail is { } detail && item.HidesBacks(detail.CasterLevels[level]);
                _draws.Add(new ShadowDraw(_tiles.Count, i, records.Add(DrawList.Record(item, clipFromObject)), level, hidesBacks));
                _keys.Add(new ShadowKey(item.Geometry, item.Primitive, item.Material, item.WorldFromObject, 1, item.IsDeformed ? _frame : 0, level));
            }
        }

        if (_draws.Count == firstDraw)
        {
            _keys.RemoveAt(_keys.Count - 1);
            return false;
        }

        if (place == 0) _keyStarts.Add(_keys.Count);
        else _keyStarts[^1] = _keys.Count;
        var pitch = (float)(mapSize / TilesAcross) / mapSize;
        var (top, left) = Math.DivRem(place, TilesAcross);
        var tile = new ShadowTile(Layers - 1, left * pitch, top * pitch, view.Part);
        _tiles.Add(tile);
        _views[index] = view with { Tile = tile, Slack = error + _stage.LevelError };
        return true;
    }

    /// <summary>
    /// The depth of what is seen of a caster is no less than this in a perspective view; 1 in a parallel one: what texel sizes are
    /// given at.
    /// </summary>
    private static float NearestDepth(in DrawItem item, in ShadowView view, in Matrix4x4 clipFromObject)
    {
        if (!view.IsPerspective) return 1;
        var (center, half) = (item.ObjectBounds.Center, item.ObjectBounds.Size * 0.5f);
        var nearest = center.X * clipFromObject.M14 + center.Y * clipFromObject.M24 + center.Z * clipFromObject.M34 + clipFromObject.M44
            - half.X * MathF.Abs(clipFromObject.M14) - half.Y * MathF.Abs(clipFromObject.M24) - half.Z * MathF.Abs(clipFromObject.M34);
        // What lies beside the light is seen in a corner, if at all.
        return MathF.Max(nearest, item.WorldBounds.DistanceTo(view.Light) / view.Spread);
    }

    /// <summary>The coarsest level of a caster that lies within the allowed part of a texel.</summary>
    private static int Level(in DrawItem item, float texelMetres)
    {
        if (item.Detail is not { } detail || (detail.CasterLevels != detail.Levels && item.Material.AlphaMode != AlphaMode.Opaque)) return 0;
        var allowed = LevelErrorTexels * texelMetres;
        var level = detail.CasterLevels.Length - 1;
        while (level > 0 && !(item.DetailScale.SurfaceMetres(detail.CasterLevels[level]) <= allowed)) level--;
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
