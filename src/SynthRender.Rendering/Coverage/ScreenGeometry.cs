using System.Numerics;
using System.Runtime.CompilerServices;
using SynthRender.Assets;
using SynthRender.Cameras;
using SynthRender.Frames;
using SynthRender.Materials;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// All vertices of a frame in the image, in floats, and which triangles are drawn: what finds the few pixels that are worth exact
/// arithmetic. Its arrays are kept from frame to frame.
/// </summary>
internal sealed class ScreenGeometry(bool levelsOfDetail)
{
    // Past this many pixels from the image floats are too coarse for hundredths of a pixel.
    private const float Beyond = 4096;

    // A triangle of less height than this may turn its face around when vertices are rounded.
    private const float ThinPixels = 0.01f;

    // Shared by all lanes: the edges of an asset never change.
    private static readonly ConditionalWeakTable<LevelOfDetail, MeshEdge[]?[]> Edges = [];
    private static readonly ConditionalWeakTable<PrimitiveAsset, MeshEdge[]> FullEdges = [];
    private readonly List<DrawnPrimitive> _primitives = [];
    private readonly List<DrawnPrimitive> _kept = [];
    private readonly List<ImageRows> _joints = [];
    private Vector4[] _vertices = [];
    private Face[] _faces = [];
    private int[] _tiles = [];
    private TileGrid _grid;
    private int _vertexCount;
    private int _triangleCount;

    internal List<DrawnPrimitive> Primitives => _primitives;

    /// <summary>Image x, image y, depth; the last component is 0, or 1 for a vertex that only exact arithmetic may use.</summary>
    internal ReadOnlySpan<Vector4> Vertices(DrawnPrimitive primitive) => _vertices.AsSpan(primitive.FirstVertex, primitive.Asset.VertexCount);

    internal ReadOnlySpan<Face> Faces(DrawnPrimitive primitive) => _faces.AsSpan(primitive.FirstTriangle, primitive.TriangleCount);

    /// <summary>The tile that each triangle is filed under.</summary>
    internal ReadOnlySpan<int> Tiles(DrawnPrimitive primitive) => _tiles.AsSpan(primitive.FirstTriangle, primitive.TriangleCount);

    internal void Build(FrameSnapshot snapshot, in Pinhole pinhole)
    {
        _primitives.Clear();
        _grid = new TileGrid(pinhole.Width, pinhole.Height);
        (_vertexCount, _triangleCount) = (0, 0);
        foreach (var model in snapshot.Models)
            for (var n = 0; n < model.Asset.Nodes.Length; n++)
                if (model.Asset.Nodes[n].Mesh >= 0) AddNode(model, n, snapshot.Camera, pinhole);
    }

    private void AddNode(FrameModel model, int n, CameraView camera, in Pinhole pinhole)
    {
        var node = model.Asset.Nodes[n];
        var worldFromMesh = Placement.From(model.WorldFromNodes[n]);
        var viewFromMesh = worldFromMesh.Then(pinhole.ViewFromWorld);
        var level = levelsOfDetail ? model.Asset.DetailOf(node.Mesh).Levels[DetailSelection.Level(model, n, camera)] : null;
        var primitives = model.Asset.Meshes[node.Mesh].Primitives;
        for (var p = 0; p < primitives.Length; p++)
        {
            var asset = primitives[p];
            var material = model.Materials[asset.Material];
            if (asset.TriangleCount == 0 || IsInvisible(material, asset)) continue;
            var skinned = node.Skin >= 0 && asset.InfluencesPerVertex > 0;
            var rows = pinhole.Rows(viewFromMesh);
            if (!skinned && asset.MorphTargets.Length == 0 && IsOutside(asset, rows, pinhole)) continue;
            var drawn = Next();
            (drawn.Asset, drawn.Indices, drawn.Edges) = (asset, level?.Indices[p] ?? asset.Indices, EdgesOf(asset, level, p));
            drawn.ErrorMetres = level is null ? 0 : DetailSelection.Scale(model, n).SurfaceMetres(level);
            (drawn.Id, drawn.Material, drawn.Mirrored) = (model.InstanceId, material, model.IsMirrored(n, asset));
            (drawn.ViewFromMesh, drawn.MorphWeights) = (viewFromMesh, model.MorphWeights[n]);
            drawn.PlaceJoints(skinned ? model.WorldFromBind[node.Skin].AsSpan() : [], pinhole.ViewFromWorld);
            (drawn.FirstVertex, drawn.FirstTriangle) = (_vertexCount, _triangleCount);
            _vertexCount += asset.VertexCount;
            _triangleCount += drawn.TriangleCount;
            if (_vertices.Length < _vertexCount) Array.Resize(ref _vertices, Math.Max(_vertexCount, 2 * _vertices.Length));
            if (_faces.Length < _triangleCount)
            {
                Array.Resize(ref _faces, Math.Max(_triangleCount, 2 * _faces.Length));
                Array.Resize(ref _tiles, _faces.Length);
            }

            PlaceVertices(drawn, rows, pinhole);
            FaceTriangles(drawn);
        }
    }

    private DrawnPrimitive Next()
    {
        if (_primitives.Count == _kept.Count) _kept.Add(new DrawnPrimitive());
        var next = _kept[_primitives.Count];
        _primitives.Add(next);
        return next;
    }

    private static MeshEdge[] EdgesOf(PrimitiveAsset asset, LevelOfDetail? level, int primitive)
    {
        if (level is null) return FullEdges.GetValue(asset, a => MeshEdges.Of(a, a.Indices.Span));
        var edges = Edges.GetValue(level, l => new MeshEdge[]?[l.Indices.Length]);
        lock (edges) return edges[primitive] ??= MeshEdges.Of(asset, level.Indices[primitive].Span);
    }

    /// <summary>Alpha that no texture changes and that lies below what counts.</summary>
    private static bool IsInvisible(Material material, PrimitiveAsset asset) =>
        material.AlphaMode != AlphaMode.Opaque && material.BaseColorTexture is null && asset.Colors.IsEmpty &&
        material.BaseColorFactor.W < (material.AlphaMode == AlphaMode.Mask ? material.AlphaCutoff : 0.5f);

    private static bool IsOutside(PrimitiveAsset asset, in ImageRows rows, in Pinhole pinhole)
    {
        var (low, high) = (new Vector4(float.PositiveInfinity), new Vector4(float.NegativeInfinity));
        var (right, bottom) = (float.PositiveInfinity, float.PositiveInfinity);
        var (min, max) = (asset.Bounds.Min, asset.Bounds.Max);
        for (var corner = 0; corner < 8; corner++)
        {
            var p = rows.Apply(new Vector3((corner & 1) == 0 ? min.X : max.X, (corner & 2) == 0 ? min.Y : max.Y, (corner & 4) == 0 ? min.Z : max.Z));
            (low, high) = (Vector4.Min(low, p + new Vector4(p.Z, p.Z, 0, 0)), Vector4.Max(high, p + new Vector4(p.Z, p.Z, 0, 0)));
            (right, bottom) = (Math.Min(right, p.X - (pinhole.Width + 1) * p.Z), Math.Min(bottom, p.Y - (pinhole.Height + 1) * p.Z));
        }

        // One pixel around the image; x and y are multiplied by the depth z, which makes each side a plane through the camera.
        return high.Z < pinhole.Near || low.Z > pinhole.Far || high.X < 0 || high.Y < 0 || right > 0 || bottom > 0;
    }

    private void PlaceVertices(DrawnPrimitive drawn, in ImageRows rows, in Pinhole pinhole)
    {
        var target = _vertices.AsSpan(drawn.FirstVertex, drawn.Asset.VertexCount);
        var positions = drawn.Asset.Positions.Span;
        if (drawn.IsSkinned || drawn.IsMorphed) Deform(drawn, rows, pinhole, target);
        else
            for (var v = 0; v < target.Length; v++) target[v] = rows.Apply(positions[v]);

        var (near, far) = ((float)pinhole.Near * 1.0001f, (float)pinhole.Far * 0.9999f);
        var (right, bottom) = (pinhole.Width + Beyond, pinhole.Height + Beyond);
        for (var v = 0; v < target.Length; v++)
        {
            var depth = target[v].Z;
            var p = target[v] / depth;
            var plain = depth > near && depth < far && p.X > -Beyond && p.X < right && p.Y > -Beyond && p.Y < bottom;
            target[v] = new Vector4(p.X, p.Y, depth, plain ? 0 : 1);
        }
    }

    private void Deform(DrawnPrimitive drawn, in ImageRows rows, in Pinhole pinhole, Span<Vector4> target)
    {
        _joints.Clear();
        foreach (var joint in drawn.ViewFromBind) _joints.Add(pinhole.Rows(joint));
        var asset = drawn.Asset;
        var positions = asset.Positions.Span;
        var joints = asset.Joints.Span;
        var weights = asset.Weights.Span;
        var n = asset.InfluencesPerVertex;
        for (var v = 0; v < target.Length; v++)
        {
            var bind = positions[v];
            for (var t = 0; t < drawn.MorphWeights.Length && t < asset.MorphTargets.Length; t++)
            {
                var deltas = asset.MorphTargets[t].Positions.Span;
                if (drawn.MorphWeights[t] != 0 && !deltas.IsEmpty) bind += deltas[v] * drawn.MorphWeights[t];
            }

            var blended = rows;
            if (drawn.IsSkinned)
            {
                blended = default;
                for (var i = v * n; i < (v + 1) * n; i++)
                    if (weights[i] != 0) blended = blended.Plus(_joints[joints[i]], weights[i]);
            }

            target[v] = blended.Apply(bind);
        }
    }

    private void FaceTriangles(DrawnPrimitive drawn)
    {
        var vertices = Vertices(drawn);
        var tiles = _tiles.AsSpan(drawn.FirstTriangle, drawn.TriangleCount);
        var faces = _faces.AsSpan(drawn.FirstTriangle, drawn.TriangleCount);
        var indices = drawn.Indices.Span[..(3 * faces.Length)];
        // The image's y runs down: a triangle that is counter-clockwise to the eye has a negative area.
        var onNegative = drawn.Material.DoubleSided || !drawn.Mirrored ? Face.Negative : Face.Hidden;
        var onPositive = drawn.Material.DoubleSided || drawn.Mirrored ? Face.Positive : Face.Hidden;
        var reach = new Vector4(CoverageRefiner.ReachPixels);
        for (int t = 0, i = 0; t < faces.Length; t++, i += 3)
        {
            var (a, b, c) = (vertices[(int)indices[i]], vertices[(int)indices[i + 1]], vertices[(int)indices[i + 2]]);
            var (ab, ac) = (b - a, c - a);
            var area = ab.X * ac.Y - ab.Y * ac.X;
            if (a.W + b.W + c.W != 0)
            {
                (faces[t], tiles[t]) = (Face.Exact, _grid.Everywhere);
                continue;
            }

            if (MathF.Abs(area) <= ThinPixels * (MathF.Abs(ab.X) + MathF.Abs(ab.Y) + MathF.Abs(ac.X) + MathF.Abs(ac.Y)))
                faces[t] = Face.Thin;
            else
                faces[t] = area < 0 ? onNegative : onPositive;
            tiles[t] = faces[t] == Face.Hidden
                ? _grid.Nowhere
                : _grid.Of(Vector4.Min(a, Vector4.Min(b, c)) - reach, Vector4.Max(a, Vector4.Max(b, c)) + reach);
        }
    }
}
