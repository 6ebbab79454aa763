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

    // Nine tiles of a quarter of the side share a layer, with gaps that are wider than any filter; or four of one half, where filters end
    // at the border.
    private const int MostTilesAcross = 3;

    // Views of a wide light at most.
    private const int MostPartViews = 32;

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
        Draw(first, records);
        var count = _views.Count - first;
        return new LightShadow(first, count, (soft, count > 1) switch
        {
            (true, true) => LightGroups.SoftSunViews,
            (true, false) => LightGroups.SoftSun,
            (false, true) => LightGroups.SharpCascade,
            _ => LightGroups.SharpSun,
        });
    }

    /// <summary>Plans the shadow of a light that has a place.</summary>
    internal LightShadow AddLamp(in ShadowLamp lamp, RecordBuffer records)
    {
        var first = _views.Count;
        _stage.ChooseLamp(lamp);
        var soft = ShadowFit.Lamp(_stage, lamp, mapSize, _views, out var fitted);
        if (_views.Count == first) return LightShadow.None;
        Draw(first, records);
        var isCube = _views.Count - first - fitted == 6;
        var group = soft ? fitted > 0 ? LightGroups.SoftLampViews : LightGroups.SoftLamp : _views.Count == first + 1 ? LightGroups.SharpLamp : LightGroups.SharpLampViews;
        return new LightShadow(first, isCube ? -8 * fitted - 6 : 8 * fitted + 1, group);
    }

    /// <summary>Plans the shadow of an area light: of its parts where it is wide.</summary>
    /// <param name="lamp">The light.</param>
    /// <param name="axes">Half its extents along its own axes, in the world.</param>
    /// <param name="rectangle">Whether it is a rectangle.</param>
    /// <param name="hole">A ring's inner by its outer radius.</param>
    /// <param name="records">Where the casters' data go.</param>
    /// <param name="parts">The parts, or one.</param>
    internal LightShadow AddArea(
        in ShadowLamp lamp, (Vector3 X, Vector3 Y) axes, bool rectangle, float hole, RecordBuffer records, out LightParts parts)
    {
        _stage.ChooseLamp(lamp);
        var extents = new Vector2(axes.X.Length(), axes.Y.Length());
        parts = LightParts.Of(extents, _stage.Seen.MedianDistance(lamp), rectangle, hole);
        var first = _views.Count;
        if (parts.Count > 1 && _stage.Casters.Count > 0 && first + 2 * parts.Count <= FrameConstants.MaxShadowViews / 2 + MostPartViews)
        {
            var levels = ShadowFit.Split(_stage, lamp, axes, parts, mapSize, _views);
            Draw(first, records);
            if (levels > 0) return new LightShadow(first, 4 * parts.Count + levels, LightGroups.SplitArea);
        }

        parts = new LightParts(1, 1, rectangle, hole);
        var shadow = AddLamp(lamp, records);
        var group = shadow.FirstView >= 0
            ? rectangle ? LightGroups.ShadedRectangle : LightGroups.ShadedRing
            : rectangle ? LightGroups.Rectangle : LightGroups.Ring;
        return shadow with { Group = group };
    }

    /// <summary>Plans the maps of a light's views, those of one size after another, as they share layers.</summary>
    private void Draw(int first, RecordBuffer records)
    {
        for (var across = 1; across <= MostTilesAcross; across++)
        {
            var place = 0;
            for (var view = first; view < _views.Count; view++)
            {
                var part = _views[view].Part;
                if (part == 0 || across != (part <= 0.25f ? MostTilesAcross : _views[view].IsOfPart ? 2 : 1)) continue;
                if (Draw(view, place, across, records)) place = (place + 1) % (across * across);
            }
        }
    }

    /// <summary>Plans a view's map; false when nothing casts there.</summary>
    /// <param name="index">Index of the view.</param>
    /// <param name="place">Its place among the tiles of a layer; 0 begins a layer.</param>
    /// <param name="across">Tiles along a layer's side.</param>
    /// <param name="records">Where the casters' data go.</param>
    private bool Draw(int index, int place, int across, RecordBuffer records)
    {
        var view = _views[index];
        var firstDraw = _draws.Count;
        _keys.Add(new ShadowKey(null, null, null, view.ClipFromWorld, view.Part, 0, 0));
        var toDevice = view.ClipFromWorld * new DoubleMatrix(Matrix4x4.CreateScale(1, clipYInverted ? -1 : 1, 1));
        var items = _stage.Items;
        var slack = 0f;
        if (!view.IsPerspective || ShowsReceivers(toDevice))
        {
            foreach (var i in _stage.Casters)
            {
                ref readonly var item = ref items[i];
                var clipFromObject = item.WorldFromObject * toDevice;
                if (!ViewVolume.MayShow(item.ObjectBounds, clipFromObject.ToSingle(), anyDepth: !view.IsPerspective)) continue;
                var nearest = NearestDepth(item, view, clipFromObject.ToSingle());
                var level = Level(item, view.TexelSize * nearest);
                if (view.IsFitted && item.InView && level > item.Level && item.Detail!.CasterLevels == item.Detail.Levels) level = item.Level;
                // What is seen in the level that it casts in does not shade itself.
                if (item.InView && (level != item.Level || (level > 0 && item.Detail!.CasterLevels != item.Detail.Levels)))
                    slack = MathF.Max(slack, item.LevelError + item.DetailScale.SurfaceMetres(item.Detail!.CasterLevels[level]));
                // A texel may miss the front of a thin wall that it sees from its side; its back is then met.
                var hidesBacks = !view.IsFitted && nearest > view.Near && item.Detail is { } detail && item.HidesBacks(detail.CasterLevels[level]);
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
        var pitch = (float)(mapSize / across) / mapSize;
        var (top, left) = Math.DivRem(place, across);
        var tile = new ShadowTile(Layers - 1, left * pitch, top * pitch, view.Part);
        _tiles.Add(tile);
        _views[index] = view with { Tile = tile, Slack = slack };
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
