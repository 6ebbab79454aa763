using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Measures how far a level lies from full detail, both ways: for each old vertex a point of the level near it, and for points all over
/// the level a point of the old surface. The pairs are found at rest and compared in every shape. The nearest is sought by walking over
/// the triangles; where a walk ends too early to be believed, among all of them.
/// </summary>
internal sealed class LevelError
{
    private const int MostSteps = 32;

    private readonly MeshSurface _surface;
    private readonly VertexFans _full;
    private readonly float[] _metresPerUv;
    private readonly Dictionary<(VertexFans On, Vector3[] Shape), TriangleCells> _cells = [];
    private float _error;
    private float _slip;

    public LevelError(MeshSurface surface)
    {
        _surface = surface;
        _full = new VertexFans(surface.VertexCount, surface.Triangles);
        _metresPerUv = MeasureTexCoords();
    }

    /// <summary>Measures a level.</summary>
    /// <param name="triangles">Its triangles.</param>
    /// <param name="collapse">Where the old vertices went.</param>
    /// <returns>Distance and slip of textures, in metres.</returns>
    public (float Error, float Slip) Measure(int[] triangles, EdgeCollapse collapse)
    {
        (_error, _slip) = (0, 0);
        var level = new VertexFans(_surface.VertexCount, triangles);
        var rest = _surface.Shapes[0];
        for (var v = 0; v < _surface.VertexCount; v++)
        {
            if (_full[v].Length == 0 || collapse.Standing(v) == v) continue;
            var near = Nearest(level, collapse.Standing(v), rest[v], rest);
            if (near.Triangle < 0) continue;
            var point = new SurfacePoint(_full[v][0], CornerWeights(_full.Triangles, _full[v][0], v));
            Compare(point, _full, near, level);
        }

        // As many points to a triangle as it replaces, about.
        var steps = Math.Clamp((int)MathF.Ceiling(MathF.Sqrt((float)_surface.TriangleCount / Math.Max(1, triangles.Length / 3))), 2, 8);
        for (var t = 0; t < triangles.Length / 3; t++)
        {
            for (var i = 0; i <= steps; i++)
            {
                for (var j = 0; j <= steps - i; j++)
                {
                    if (i == steps || j == steps || i + j == 0) continue; // corners stand where they stood
                    var point = new SurfacePoint(t, new Vector3(i, j, steps - i - j) / steps);
                    var near = Nearest(_full, triangles[3 * t + Largest(point.Weights)], point.In(rest, triangles), rest);
                    if (near.Triangle >= 0) Compare(point, level, near, _full);
                }
            }
        }

        _cells.Clear();
        return (_error, _slip);
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

        var uv = Vector2.Distance(point.In(_surface.TexCoords, of.Triangles), near.In(_surface.TexCoords, on.Triangles));
        _slip = MathF.Max(_slip, uv * _metresPerUv[(on == _full ? near : point).Triangle]);
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
    private float[] MeasureTexCoords()
    {
        var rest = _surface.Shapes[0];
        var metres = new float[_surface.TriangleCount];
        for (var t = 0; t < metres.Length; t++)
        {
            var (a, b, c) = (_surface.Triangles[3 * t], _surface.Triangles[3 * t + 1], _surface.Triangles[3 * t + 2]);
            var (u, v) = (_surface.TexCoords[b] - _surface.TexCoords[a], _surface.TexCoords[c] - _surface.TexCoords[a]);
            var area = MathF.Abs(u.X * v.Y - u.Y * v.X);
            if (area > 0) metres[t] = MathF.Sqrt(Vector3.Cross(rest[b] - rest[a], rest[c] - rest[a]).Length() / area);
        }

        return metres;
    }
}
