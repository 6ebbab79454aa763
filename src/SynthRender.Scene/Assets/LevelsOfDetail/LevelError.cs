using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Measures how far a level lies from full detail, both ways: for each old vertex a point of the level near it, and for points all over
/// the level a point of the old surface. The pairs are found at rest and compared in every shape. The nearest is sought by walking over
/// the triangles; where a walk ends too early to be believed, among all of them. What else is drawn is compared at the same pairs.
/// </summary>
internal sealed class LevelError
{
    private const int MostSteps = 32;

    // One step in a hundred of what is displayed is hardly seen; a thousandth of alpha moves the outline of a fade by as little of its width.
    private const float ColorTolerance = 0.01f;
    private const float AlphaTolerance = 0.001f;

    private readonly MeshSurface _surface;
    private readonly bool _shapeOnly;
    private readonly VertexFans _full;
    private readonly float[]?[] _metresPerUv;
    private readonly float[] _slip = new float[2];
    private readonly Dictionary<(VertexFans On, Vector3[] Shape), TriangleCells> _cells = [];
    private WrongPlaces _wrong = new();
    private VertexFans _level;
    private float _error;
    private float _weightShift;

    /// <param name="surface">The mesh.</param>
    /// <param name="shapeOnly">Whether only its shape matters, as for shadows.</param>
    public LevelError(MeshSurface surface, bool shapeOnly)
    {
        (_surface, _shapeOnly) = (surface, shapeOnly);
        _full = _level = new VertexFans(surface.VertexCount, surface.Triangles);
        _metresPerUv = [.. surface.Attributes.TexCoords.Select(MeasureTexCoords)];
    }

    /// <summary>Measures a level.</summary>
    /// <param name="triangles">Its triangles.</param>
    /// <param name="collapse">Where the old vertices went.</param>
    public LevelErrors Measure(int[] triangles, EdgeCollapse collapse)
    {
        (_error, _weightShift, _slip[0], _slip[1], _wrong) = (0, 0, 0, 0, new WrongPlaces());
        var level = _level = new VertexFans(_surface.VertexCount, triangles);
        var rest = _surface.Shapes[0];
        for (var v = 0; v < _surface.VertexCount; v++)
        {
            if (_full[v].Length == 0 || collapse.Standing(v) == v) continue;
            var near = Nearest(level, collapse.Standing(v), rest[v], rest);
            if (near.Triangle < 0) continue;
            var point = new SurfacePoint(_full[v][0], CornerWeights(_full.Triangles, _full[v][0], v));
            Compare(point, _full, near, level);
            CompareAttributes(near, point);
        }

        // As many points to a triangle as it replaces, about.
        var steps = Math.Clamp((int)MathF.Ceiling(MathF.Sqrt((float)_surface.TriangleCount / Math.Max(1, triangles.Length / 3))), 2, 8);
        for (var t = 0; t < triangles.Length / 3; t++)
        {
            for (var i = 0; i <= steps; i++)
            {
                for (var j = 0; j <= steps - i; j++)
                {
                    var point = new SurfacePoint(t, new Vector3(i, j, steps - i - j) / steps);
                    if (i == steps || j == steps || i + j == 0)
                    {
                        // Corners stand where they stood.
                        AddPlace(point, 0, 0, 0);
                        continue;
                    }

                    var near = Nearest(_full, triangles[3 * t + Largest(point.Weights)], point.In(rest, triangles), rest);
                    if (near.Triangle < 0) continue;
                    Compare(point, level, near, _full);
                    CompareAttributes(point, near);
                }
            }
        }

        _cells.Clear();
        return new LevelErrors
        {
            SurfaceMetres = _error,
            Slip0Metres = _slip[0],
            Slip1Metres = _slip[1],
            ColorMetres = _wrong.FarthestColor(ColorTolerance),
            AlphaMetres = _wrong.FarthestAlpha(AlphaTolerance),
            ReliefMetres = Relief(),
            WeightShift = _weightShift,
        };
    }

    /// <summary>A normal that is wrong by an angle over so much of the surface looks like a relief whose height is the product of the two.</summary>
    private float Relief()
    {
        var relief = 0f;
        foreach (var degrees in (ReadOnlySpan<float>)[2.5f, 5, 10, 20, 40])
        {
            var angle = degrees * (MathF.PI / 180);
            relief = MathF.Max(relief, angle * _wrong.FarthestAngle(angle));
        }

        return relief;
    }

    private void CompareAttributes(SurfacePoint point, SurfacePoint full)
    {
        var attributes = _surface.Attributes;
        _weightShift = MathF.Max(_weightShift, attributes.WeightShift(point, _level.Triangles, full, _full.Triangles));
        if (_shapeOnly) return;
        for (var set = 0; set < _slip.Length; set++)
        {
            if (attributes.TexCoords[set] is not { } uvs) continue;
            var uv = Vector2.Distance(point.In(uvs, _level.Triangles), full.In(uvs, _full.Triangles));
            _slip[set] = MathF.Max(_slip[set], uv * _metresPerUv[set]![full.Triangle]);
        }

        var (color, alpha) = attributes.ColorDifference(point, _level.Triangles, full, _full.Triangles);
        AddPlace(point, attributes.Angle(point, _level.Triangles, full, _full.Triangles), color, alpha);
    }

    private void AddPlace(SurfacePoint point, float angle, float color, float alpha)
    {
        var (rest, list) = (_surface.Shapes[0], _level.Triangles);
        var a = rest[list[3 * point.Triangle]];
        var side = Vector3.Cross(rest[list[3 * point.Triangle + 1]] - a, rest[list[3 * point.Triangle + 2]] - a);
        if (side != Vector3.Zero) _wrong.Add(point.In(rest, list), side, angle, color, alpha);
    }

    /// <summary>Takes a point of one surface and the nearest of the other at rest into account.</summary>
    private void Compare(SurfacePoint point, VertexFans of, SurfacePoint near, VertexFans on)
    {
        foreach (var shape in _surface.Shapes)
        {
            var place = point.In(shape, of.Triangles);
            var distance = Vector3.Distance(place, near.In(shape, on.Triangles));
            // Another point may be the nearest in this shape. Looking for it pays only where it would change the result.
            if (distance <= _error) continue;
            var nearer = Nearest(on, on.Triangles[3 * near.Triangle + Largest(near.Weights)], place, shape);
            distance = MathF.Min(distance, Vector3.Distance(place, nearer.In(shape, on.Triangles)));
            if (distance <= _error) continue;
            if (!_cells.TryGetValue((on, shape), out var cells)) _cells.Add((on, shape), cells = new TriangleCells(shape, on.Triangles));
            _error = MathF.Max(_error, cells.Distance(place, distance));
        }
    }

    /// <summary>Walks from a vertex to where the surface comes nearest to a point: on as long as a corner's other triangles are nearer.</summary>
    private static SurfacePoint Nearest(VertexFans fans, int start, Vector3 point, Vector3[] shape)
    {
        var (best, least) = (new SurfacePoint(-1, default), float.PositiveInfinity);
        LookAround(fans, start, point, shape, ref best, ref least);
        for (var step = 0; step < MostSteps && best.Triangle >= 0; step++)
        {
            var from = best.Triangle;
            for (var k = 0; k < 3; k++) LookAround(fans, fans.Triangles[3 * from + k], point, shape, ref best, ref least);
            if (best.Triangle == from) break;
        }

        return best;
    }

    private static void LookAround(VertexFans fans, int vertex, Vector3 point, Vector3[] shape, ref SurfacePoint best, ref float least)
    {
        foreach (var t in fans[vertex])
        {
            var (a, b, c) = (shape[fans.Triangles[3 * t]], shape[fans.Triangles[3 * t + 1]], shape[fans.Triangles[3 * t + 2]]);
            var weights = SurfacePoint.Nearest(point, a, b, c);
            var distance = Vector3.DistanceSquared(point, weights.X * a + weights.Y * b + weights.Z * c);
            if (distance < least) (best, least) = (new SurfacePoint(t, weights), distance);
        }
    }

    private static int Largest(Vector3 weights) => weights.X >= weights.Y && weights.X >= weights.Z ? 0 : weights.Y >= weights.Z ? 1 : 2;

    private static Vector3 CornerWeights(int[] triangles, int triangle, int vertex)
    {
        var weights = default(Vector3);
        weights[triangles[3 * triangle] == vertex ? 0 : triangles[3 * triangle + 1] == vertex ? 1 : 2] = 1;
        return weights;
    }

    /// <summary>For each triangle how many metres of surface a UV unit is; 0 where the UVs say nothing.</summary>
    private float[]? MeasureTexCoords(Vector2[]? uvs)
    {
        if (uvs is null) return null;
        var rest = _surface.Shapes[0];
        var metres = new float[_surface.TriangleCount];
        for (var t = 0; t < metres.Length; t++)
        {
            var (a, b, c) = (_surface.Triangles[3 * t], _surface.Triangles[3 * t + 1], _surface.Triangles[3 * t + 2]);
            var (u, v) = (uvs[b] - uvs[a], uvs[c] - uvs[a]);
            var area = MathF.Abs(u.X * v.Y - u.Y * v.X);
            if (area > 0) metres[t] = MathF.Sqrt(Vector3.Cross(rest[b] - rest[a], rest[c] - rest[a]).Length() / area);
        }

        return metres;
    }
}
