using System.Numerics;
using SynthRender.Assets;
using SynthRender.Graph;
using SynthRender.Materials;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>Points on the triangles of a model as it is posed, every piece of the surface as likely as its area; in the model's own frame.</summary>
internal sealed class SurfacePoints
{
    private readonly List<(Vector3 A, Vector3 B, Vector3 C, Vector3 Normal)> _triangles = [];
    private readonly List<double> _areas = [];
    private readonly List<Vector3> _polygon = [];
    private readonly List<Vector3> _clipped = [];

    private SurfacePoints()
    {
    }

    /// <summary>True when nothing of the surface is left to choose from.</summary>
    public bool IsEmpty => _areas.Count == 0;

    /// <param name="model">The model; its blended and clear surfaces, which show no decals, are left out.</param>
    /// <param name="within">A box of the world outside which nothing is chosen, or null.</param>
    public static SurfacePoints Of(ModelNode model, BoundingBox? within)
    {
        var points = new SurfacePoints();
        var geometry = PosedGeometry.InModel(model.Asset, model.Pose, model.MorphWeights);
        var worldFromModel = model.WorldFromNode;
        for (var node = 0; node < model.Asset.Nodes.Length; node++)
        {
            if (model.Asset.Nodes[node].Mesh < 0) continue;
            var primitives = model.Asset.Meshes[model.Asset.Nodes[node].Mesh].Primitives;
            for (var p = 0; p < primitives.Length; p++)
            {
                var material = model.Materials[primitives[p].Material];
                if (primitives[p].TriangleCount == 0 || material.AlphaMode == AlphaMode.Blend || material.TransmissionFactor > 0) continue;
                points.Add(geometry, node, p, primitives[p], worldFromModel, within);
            }
        }

        return points;
    }

    /// <summary>Draws a point and the unit normal there.</summary>
    public (Vector3 Point, Vector3 Normal) Draw(RandomStream stream)
    {
        var at = stream.NextDouble() * _areas[^1];
        var found = _areas.BinarySearch(at);
        var (a, b, c, normal) = _triangles[Math.Min(found >= 0 ? found + 1 : ~found, _triangles.Count - 1)];
        // Turk, Generating Random Points in Triangles, Graphics Gems, 1990.
        var root = MathF.Sqrt(stream.NextSingle());
        var share = stream.NextSingle();
        return ((1 - root) * a + root * (1 - share) * b + root * share * c, normal);
    }

    private void Add(PosedGeometry geometry, int node, int index, PrimitiveAsset primitive, Matrix4x4 worldFromModel, BoundingBox? within)
    {
        var positions = new Vector3[primitive.VertexCount];
        var normals = new Vector3[primitive.Normals.Length];
        geometry.Positions(node, index, positions);
        if (normals.Length > 0) geometry.Normals(node, index, normals);
        var indices = primitive.Indices.Span;
        for (var t = 0; t + 2 < indices.Length; t += 3)
        {
            var (i, j, k) = ((int)indices[t], (int)indices[t + 1], (int)indices[t + 2]);
            var flat = Vector3.Cross(positions[j] - positions[i], positions[k] - positions[i]);
            if (!(flat.LengthSquared() > 0)) continue;
            var normal = normals.Length > 0 ? normals[i] + normals[j] + normals[k] : flat;
            normal = Vector3.Normalize(normal.LengthSquared() > 0.01f || normals.Length == 0 ? normal : flat);
            if (within is { } box) AddInside(positions[i], positions[j], positions[k], normal, worldFromModel, box);
            else Add(positions[i], positions[j], positions[k], normal);
        }
    }

    private void Add(Vector3 a, Vector3 b, Vector3 c, Vector3 normal)
    {
        var area = Vector3.Cross(b - a, c - a).Length();
        if (!(area > 0)) return;
        _triangles.Add((a, b, c, normal));
        _areas.Add(area + (_areas.Count > 0 ? _areas[^1] : 0));
    }

    /// <summary>What of a triangle lies in the box: cut by one side after the other (Sutherland and Hodgman, Reentrant Polygon Clipping, 1974).</summary>
    private void AddInside(Vector3 a, Vector3 b, Vector3 c, Vector3 normal, in Matrix4x4 worldFromModel, BoundingBox box)
    {
        _polygon.Clear();
        _polygon.AddRange([a, b, c]);
        for (var side = 0; side < 6 && _polygon.Count > 0; side++)
        {
            var axis = side >> 1;
            var (sign, bound) = (side & 1) == 0 ? (1f, box.Min[axis]) : (-1f, box.Max[axis]);
            _clipped.Clear();
            for (var i = 0; i < _polygon.Count; i++)
            {
                var (here, next) = (_polygon[i], _polygon[(i + 1) % _polygon.Count]);
                var (from, to) = (sign * (Vector3.Transform(here, worldFromModel)[axis] - bound), sign * (Vector3.Transform(next, worldFromModel)[axis] - bound));
                if (from >= 0) _clipped.Add(here);
                if (from >= 0 != to >= 0) _clipped.Add(Vector3.Lerp(here, next, from / (from - to)));
            }

            _polygon.Clear();
            _polygon.AddRange(_clipped);
        }

        for (var i = 2; i < _polygon.Count; i++) Add(_polygon[0], _polygon[i - 1], _polygon[i], normal);
    }
}
