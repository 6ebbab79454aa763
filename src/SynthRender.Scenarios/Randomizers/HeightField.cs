using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;

namespace SynthRender.Randomizers;

/// <summary>How high the surface of a posed model reaches over each point of the ground. Triangles are found by a grid over their boxes.</summary>
internal sealed class HeightField
{
    private const int MostCellsAlong = 256;

    // Two triangles that share an edge leave no gap along it.
    private const float Slack = 1e-5f;

    private readonly List<(Vector3 A, Vector3 B, Vector3 C)> _triangles = [];
    private List<int>?[] _cells = [];
    private Vector2 _cell;
    private int _width;
    private int _depth;

    private readonly (ModelAsset Asset, ImmutableArray<Transform> Pose, ImmutableArray<ImmutableArray<float>> Morphs, Matrix4x4 World) _source;

    private HeightField(ModelNode model) => _source = SourceOf(model);

    /// <summary>The box around the surface in the world; empty when there is none.</summary>
    public BoundingBox Bounds { get; private set; } = BoundingBox.Empty;

    /// <summary>Reads a model's triangles as they are posed, in the world.</summary>
    public static HeightField Of(ModelNode model)
    {
        var field = new HeightField(model);
        var geometry = PosedGeometry.InModel(model.Asset, model.Pose, model.MorphWeights);
        var world = model.WorldFromNode;
        for (var node = 0; node < model.Asset.Nodes.Length; node++)
        {
            if (model.Asset.Nodes[node].Mesh < 0) continue;
            var primitives = model.Asset.Meshes[model.Asset.Nodes[node].Mesh].Primitives;
            for (var p = 0; p < primitives.Length; p++)
            {
                if (primitives[p].TriangleCount == 0) continue;
                var positions = new Vector3[primitives[p].VertexCount];
                geometry.Positions(node, p, positions);
                for (var v = 0; v < positions.Length; v++) positions[v] = Vector3.Transform(positions[v], world);
                field.Add(positions, primitives[p].Indices.Span);
            }
        }

        field.Sort();
        return field;
    }

    /// <summary>True when the model still is as it was read.</summary>
    public bool IsOf(ModelNode model) => _source == SourceOf(model);

    /// <summary>The height of the highest surface over or under a point, metres; null where there is none.</summary>
    /// <param name="place">x and z in the world.</param>
    public float? Highest(Vector2 place)
    {
        if (Bounds.IsEmpty) return null;
        var (x, z) = ((int)MathF.Floor((place.X - Bounds.Min.X) / _cell.X), (int)MathF.Floor((place.Y - Bounds.Min.Z) / _cell.Y));
        if (x < 0 || z < 0 || x >= _width || z >= _depth || _cells[z * _width + x] is not { } cell) return null;
        float? highest = null;
        foreach (var t in cell)
        {
            var (a, b, c) = _triangles[t];
            var whole = Turn(a, b, c);
            // Barycentric weights of the triangle seen from above; one on edge has no top.
            if (whole == 0) continue;
            var p = new Vector3(place.X, 0, place.Y);
            var (u, v) = (Turn(p, b, c) / whole, Turn(a, p, c) / whole);
            var w = 1 - u - v;
            if (u < -Slack || v < -Slack || w < -Slack) continue;
            var height = u * a.Y + v * b.Y + w * c.Y;
            if (!(height <= highest)) highest = height;
        }

        return highest;
    }

    private static (ModelAsset, ImmutableArray<Transform>, ImmutableArray<ImmutableArray<float>>, Matrix4x4) SourceOf(ModelNode model) =>
        (model.Asset, model.Pose, model.MorphWeights, model.WorldFromNode);

    private static float Turn(Vector3 a, Vector3 b, Vector3 c) => (b.X - a.X) * (c.Z - a.Z) - (b.Z - a.Z) * (c.X - a.X);

    private void Add(Vector3[] positions, ReadOnlySpan<uint> indices)
    {
        for (var t = 0; t + 2 < indices.Length; t += 3)
        {
            var (a, b, c) = (positions[indices[t]], positions[indices[t + 1]], positions[indices[t + 2]]);
            _triangles.Add((a, b, c));
            Bounds = Bounds.Include(a).Include(b).Include(c);
        }
    }

    private void Sort()
    {
        if (Bounds.IsEmpty) return;
        _width = _depth = Math.Clamp((int)MathF.Sqrt(_triangles.Count), 1, MostCellsAlong);
        // A surface that is a line seen from above still has cells.
        _cell = Vector2.Max(new Vector2(Bounds.Size.X / _width, Bounds.Size.Z / _depth) * (1 + 1e-5f), new Vector2(1e-6f));
        _cells = new List<int>?[_width * _depth];
        for (var t = 0; t < _triangles.Count; t++)
        {
            var (a, b, c) = _triangles[t];
            var (least, most) = (Vector3.Min(a, Vector3.Min(b, c)) - Bounds.Min, Vector3.Max(a, Vector3.Max(b, c)) - Bounds.Min);
            for (var z = CellOf(least.Z, _cell.Y, _depth); z <= CellOf(most.Z, _cell.Y, _depth); z++)
                for (var x = CellOf(least.X, _cell.X, _width); x <= CellOf(most.X, _cell.X, _width); x++)
                    (_cells[z * _width + x] ??= []).Add(t);
        }
    }

    private static int CellOf(float distance, float cell, int count) => Math.Clamp((int)(distance / cell), 0, count - 1);
}
