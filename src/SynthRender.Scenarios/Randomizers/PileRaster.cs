using System.Numerics;

namespace SynthRender.Randomizers;

/// <summary>A turned body over a grid: for each cell that it covers, how low and how high it reaches, relative to its origin.</summary>
internal sealed class PileRaster
{
    private float[] _bottom = [];
    private float[] _top = [];

    /// <summary>The first cell relative to the origin's, along x and z.</summary>
    public (int X, int Z) First { get; private set; }

    /// <summary>Cells along x.</summary>
    public int Width { get; private set; }

    /// <summary>Cells along z.</summary>
    public int Depth { get; private set; }

    /// <summary>Lowest points, row by row; +∞ where the body does not cover the cell.</summary>
    public ReadOnlySpan<float> Bottom => _bottom.AsSpan(0, Width * Depth);

    /// <summary>Highest points; −∞ where the body does not cover the cell.</summary>
    public ReadOnlySpan<float> Top => _top.AsSpan(0, Width * Depth);

    /// <summary>Fills the raster; the origin lies on a corner of the grid.</summary>
    /// <param name="points">The body's surface.</param>
    /// <param name="turn">Its rotation and scale.</param>
    /// <param name="cell">Edge of a cell, metres.</param>
    public void Fill(ReadOnlySpan<Vector3> points, Matrix4x4 turn, float cell)
    {
        Vector3 x = new(turn.M11, turn.M21, turn.M31), y = new(turn.M12, turn.M22, turn.M32), z = new(turn.M13, turn.M23, turn.M33);
        x /= cell;
        z /= cell;
        float lowX = float.MaxValue, lowZ = float.MaxValue, highX = float.MinValue, highZ = float.MinValue;
        foreach (var p in points)
        {
            float px = Vector3.Dot(p, x), pz = Vector3.Dot(p, z);
            (lowX, highX) = (MathF.Min(lowX, px), MathF.Max(highX, px));
            (lowZ, highZ) = (MathF.Min(lowZ, pz), MathF.Max(highZ, pz));
        }

        First = ((int)MathF.Floor(lowX), (int)MathF.Floor(lowZ));
        (Width, Depth) = ((int)MathF.Floor(highX) - First.X + 1, (int)MathF.Floor(highZ) - First.Z + 1);
        if (_bottom.Length < Width * Depth) (_bottom, _top) = (new float[Width * Depth * 2], new float[Width * Depth * 2]);
        Array.Fill(_bottom, float.PositiveInfinity, 0, Width * Depth);
        Array.Fill(_top, float.NegativeInfinity, 0, Width * Depth);
        foreach (var p in points)
        {
            var at = ((int)MathF.Floor(Vector3.Dot(p, z)) - First.Z) * Width + (int)MathF.Floor(Vector3.Dot(p, x)) - First.X;
            var height = Vector3.Dot(p, y);
            _bottom[at] = MathF.Min(_bottom[at], height);
            _top[at] = MathF.Max(_top[at], height);
        }
    }
}
