using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>Triangles by where they lie, to find how far a point is from all of them.</summary>
internal sealed class TriangleCells
{
    private const int MostCellsAcross = 64;

    private readonly Vector3[] _shape;
    private readonly int[] _triangles;
    private readonly Vector3 _low;
    private readonly float _perCell;
    private readonly (int X, int Y, int Z) _sides;
    private readonly int[] _starts;
    private readonly int[] _members = [];

    /// <param name="shape">The vertices' positions.</param>
    /// <param name="triangles">Three vertices a triangle.</param>
    public TriangleCells(Vector3[] shape, int[] triangles)
    {
        (_shape, _triangles) = (shape, triangles);
        (_low, var high) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        foreach (var v in triangles) (_low, high) = (Vector3.Min(_low, shape[v]), Vector3.Max(high, shape[v]));
        var size = high - _low;
        var across = Math.Clamp((int)MathF.Sqrt(triangles.Length / 6), 1, MostCellsAcross);
        _perCell = MathF.Max(MathF.Max(size.X, MathF.Max(size.Y, size.Z)) / across, 1e-20f);
        _sides = (1 + (int)(size.X / _perCell), 1 + (int)(size.Y / _perCell), 1 + (int)(size.Z / _perCell));
        _starts = new int[_sides.X * _sides.Y * _sides.Z + 1];
        // Counted first, then filed from each cell's end.
        for (var t = 0; t < triangles.Length / 3; t++)
            foreach (var cell in CellsOf(t)) _starts[cell]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        _members = new int[_starts[^1]];
        for (var t = 0; t < triangles.Length / 3; t++)
            foreach (var cell in CellsOf(t)) _members[--_starts[cell]] = t;
    }

    /// <summary>How far the nearest triangle is from a point, or the given distance when none is nearer.</summary>
    public float Distance(Vector3 point, float within)
    {
        var least = within * within;
        foreach (var cell in Cells(point - new Vector3(within), point + new Vector3(within)))
        {
            foreach (var t in _members.AsSpan(_starts[cell].._starts[cell + 1]))
            {
                var (a, b, c) = (_shape[_triangles[3 * t]], _shape[_triangles[3 * t + 1]], _shape[_triangles[3 * t + 2]]);
                var weights = SurfacePoint.Nearest(point, a, b, c);
                least = MathF.Min(least, Vector3.DistanceSquared(point, weights.X * a + weights.Y * b + weights.Z * c));
            }
        }

        return MathF.Min(within, MathF.Sqrt(least));
    }

    private IEnumerable<int> CellsOf(int triangle)
    {
        var (a, b, c) = (_shape[_triangles[3 * triangle]], _shape[_triangles[3 * triangle + 1]], _shape[_triangles[3 * triangle + 2]]);
        return Cells(Vector3.Min(a, Vector3.Min(b, c)), Vector3.Max(a, Vector3.Max(b, c)));
    }

    private IEnumerable<int> Cells(Vector3 low, Vector3 high)
    {
        var (first, last) = ((low - _low) / _perCell, (high - _low) / _perCell);
        var (x0, x1) = (Math.Clamp((int)first.X, 0, _sides.X - 1), Math.Clamp((int)last.X, 0, _sides.X - 1));
        var (y0, y1) = (Math.Clamp((int)first.Y, 0, _sides.Y - 1), Math.Clamp((int)last.Y, 0, _sides.Y - 1));
        var (z0, z1) = (Math.Clamp((int)first.Z, 0, _sides.Z - 1), Math.Clamp((int)last.Z, 0, _sides.Z - 1));
        for (var z = z0; z <= z1; z++)
            for (var y = y0; y <= y1; y++)
                for (var x = x0; x <= x1; x++) yield return (z * _sides.Y + y) * _sides.X + x;
    }
}
