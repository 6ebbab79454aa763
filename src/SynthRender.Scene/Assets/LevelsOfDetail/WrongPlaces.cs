using System.Numerics;

namespace SynthRender.Assets.LevelsOfDetail;

/// <summary>
/// Points all over a level, and by how much each of them is drawn wrong. What is wrong for less than a pixel around may be let pass, so
/// the question is how far a wrong point lies from a right one, on the same side of the surface.
/// </summary>
internal sealed class WrongPlaces
{
    private const int MostCellsAcross = 64;

    private readonly List<(Vector3 Place, Vector3 Side, float Angle, float Color, float Alpha)> _points = [];
    private float _angle;
    private float _color;
    private float _alpha;
    private int[] _starts = [];
    private int[] _members = [];
    private Vector3 _low;
    private float _perCell;
    private float _size;
    private (int X, int Y, int Z) _sides;

    /// <summary>Adds a point.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="side">A normal of the level's triangle.</param>
    /// <param name="angle">By how much its normal is wrong, radians.</param>
    /// <param name="color">By how much its colour is.</param>
    /// <param name="alpha">And its alpha.</param>
    public void Add(Vector3 place, Vector3 side, float angle, float color, float alpha)
    {
        _points.Add((place, side, angle, color, alpha));
        (_angle, _color, _alpha) = (MathF.Max(_angle, angle), MathF.Max(_color, color), MathF.Max(_alpha, alpha));
    }

    /// <summary>The farthest that a point whose normal is wrong by more than an angle lies from one whose is not.</summary>
    public float FarthestAngle(float tolerance) => _angle > tolerance ? Farthest(i => _points[i].Angle > tolerance) : 0;

    /// <summary>The same of colours.</summary>
    public float FarthestColor(float tolerance) => _color > tolerance ? Farthest(i => _points[i].Color > tolerance) : 0;

    /// <summary>The same of alpha.</summary>
    public float FarthestAlpha(float tolerance) => _alpha > tolerance ? Farthest(i => _points[i].Alpha > tolerance) : 0;

    private float Farthest(Predicate<int> isWrong)
    {
        if (_starts.Length == 0) File();
        var farthest = 0f;
        for (var i = 0; i < _points.Count; i++)
            if (isWrong(i)) farthest = MathF.Max(farthest, Nearest(i, isWrong, farthest));
        return farthest;
    }

    /// <summary>How far the nearest right point is; not told exactly when it is nearer than needs to be known.</summary>
    private float Nearest(int from, Predicate<int> isWrong, float enough)
    {
        var (place, side) = (_points[from].Place, _points[from].Side);
        var (x, y, z) = Cell(place);
        var least = float.PositiveInfinity;
        for (var ring = 0; ring < Math.Max(_sides.X, Math.Max(_sides.Y, _sides.Z)) && least > (ring - 1) * _perCell; ring++)
        {
            for (var k = Math.Max(0, z - ring); k <= Math.Min(_sides.Z - 1, z + ring); k++)
            {
                for (var j = Math.Max(0, y - ring); j <= Math.Min(_sides.Y - 1, y + ring); j++)
                {
                    // Inside the ring only its two ends in x are new.
                    var whole = Math.Abs(k - z) == ring || Math.Abs(j - y) == ring;
                    for (var i = x - ring; i <= x + ring; i += whole || ring == 0 ? 1 : 2 * ring)
                    {
                        if (i < 0 || i >= _sides.X) continue;
                        var cell = (k * _sides.Y + j) * _sides.X + i;
                        foreach (var other in _members.AsSpan(_starts[cell].._starts[cell + 1]))
                        {
                            if (isWrong(other) || Vector3.Dot(_points[other].Side, side) <= 0) continue;
                            least = MathF.Min(least, Vector3.Distance(_points[other].Place, place));
                            if (least <= enough) return least;
                        }
                    }
                }
            }
        }

        return MathF.Min(least, _size);
    }

    private void File()
    {
        (_low, var high) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        foreach (var point in _points) (_low, high) = (Vector3.Min(_low, point.Place), Vector3.Max(high, point.Place));
        var size = high - _low;
        _size = size.Length();
        var across = Math.Clamp((int)MathF.Sqrt(_points.Count / 4f), 1, MostCellsAcross);
        _perCell = MathF.Max(MathF.Max(size.X, MathF.Max(size.Y, size.Z)) / across, 1e-20f);
        _sides = (1 + (int)(size.X / _perCell), 1 + (int)(size.Y / _perCell), 1 + (int)(size.Z / _perCell));
        _starts = new int[_sides.X * _sides.Y * _sides.Z + 1];
        _members = new int[_points.Count];
        // Counted first, then filed from each cell's end.
        foreach (var point in _points) _starts[CellIndex(point.Place)]++;
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        for (var i = 0; i < _points.Count; i++) _members[--_starts[CellIndex(_points[i].Place)]] = i;
    }

    private int CellIndex(Vector3 place)
    {
        var (x, y, z) = Cell(place);
        return (z * _sides.Y + y) * _sides.X + x;
    }

    private (int X, int Y, int Z) Cell(Vector3 place)
    {
        var at = (place - _low) / _perCell;
        return (Math.Clamp((int)at.X, 0, _sides.X - 1), Math.Clamp((int)at.Y, 0, _sides.Y - 1), Math.Clamp((int)at.Z, 0, _sides.Z - 1));
    }
}
