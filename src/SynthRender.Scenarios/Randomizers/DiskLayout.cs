using System.Numerics;
using SynthRender.Samplers;

namespace SynthRender.Randomizers;

/// <summary>
/// Scatters discs over a rectangle so that none overlap: each in turn is thrown at random until it falls free, which makes a Poisson-disk
/// pattern. A grid finds a disc's neighbours.
/// </summary>
internal sealed class DiskLayout
{
    private readonly Dictionary<(int X, int Y), List<int>> _cells = [];
    private readonly PlacementGround _ground;
    private readonly float _separation;
    private readonly float _cell;
    private readonly float[] _radii;
    private readonly Vector2[] _places;
    private readonly (Vector2 Middle, float Radius)[] _taken;

    private DiskLayout(PlacementGround ground, float[] radii, float separation, (Vector2 Middle, float Radius)[] taken)
    {
        (_ground, _radii, _separation, _places, _taken) = (ground, radii, separation, new Vector2[radii.Length], taken);
        // Two discs closer than they may be lie in the same or in adjacent cells; never so many cells that the grid is mostly empty.
        var reach = 2 * radii.Max() + separation;
        _cell = MathF.Max(reach, MathF.Max(ground.Area.X, ground.Area.Y) / 1024);
        if (!(_cell > 0)) _cell = 1;
    }

    /// <summary>The discs' middles, or null when one found no place in <paramref name="darts"/> throws.</summary>
    /// <param name="ground">The rectangle in which the middles lie; places count from its middle.</param>
    /// <param name="radii">At least one.</param>
    /// <param name="separation">Free distance between two discs; negative lets them overlap.</param>
    /// <param name="darts">Throws for each disc.</param>
    /// <param name="largestFirst">
    /// False throws the discs in their order, so that one more at the end moves none of the others; true throws the largest first, while
    /// there is room for them, which succeeds far more often in a crowd.
    /// </param>
    /// <param name="taken">Discs that lie already, in the area or beside it.</param>
    /// <param name="stream">Where the throws come from.</param>
    public static Vector2[]? TryMake(
        PlacementGround ground, float[] radii, float separation, int darts, bool largestFirst, (Vector2 Middle, float Radius)[] taken, RandomStream stream)
    {
        var layout = new DiskLayout(ground, radii, separation, taken);
        var order = Enumerable.Range(0, radii.Length);
        foreach (var disc in largestFirst ? order.OrderByDescending(i => radii[i]) : order)
            if (!layout.TryPlace(disc, darts, stream))
                return null;
        return layout._places;
    }

    private bool TryPlace(int disc, int darts, RandomStream stream)
    {
        for (var dart = 0; dart < darts; dart++)
        {
            var place = new Vector2((float)(stream.NextDouble() - 0.5), (float)(stream.NextDouble() - 0.5)) * _ground.Area;
            var (x, y) = ((int)MathF.Floor(place.X / _cell), (int)MathF.Floor(place.Y / _cell));
            if (!IsFree(disc, place, x, y) || _ground.HeightAt(place, _radii[disc]) is null) continue;
            _places[disc] = place;
            if (!_cells.TryGetValue((x, y), out var cell)) _cells.Add((x, y), cell = []);
            cell.Add(disc);
            return true;
        }

        return false;
    }

    private bool IsFree(int disc, Vector2 place, int x, int y)
    {
        foreach (var (middle, radius) in _taken)
            if (Vector2.Distance(place, middle) < _radii[disc] + radius + _separation)
                return false;
        for (var j = y - 1; j <= y + 1; j++)
            for (var i = x - 1; i <= x + 1; i++)
                if (_cells.TryGetValue((i, j), out var cell))
                    foreach (var other in cell)
                        if (Vector2.Distance(place, _places[other]) < _radii[disc] + _radii[other] + _separation)
                            return false;
        return true;
    }
}
