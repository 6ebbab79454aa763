namespace SynthRender.Randomizers;

/// <summary>The surface of a pile as heights over a grid of cells; what has been put down is solid to the ground below it.</summary>
internal sealed class PileGround
{
    private readonly float[] _heights;

    /// <summary>Bare ground at height 0.</summary>
    public PileGround(int width, int depth) => (Width, Depth, _heights) = (width, depth, new float[width * depth]);

    /// <summary>Cells along x.</summary>
    public int Width { get; }

    /// <summary>Cells along z.</summary>
    public int Depth { get; }

    /// <summary>Whether a body with its origin at a cell's corner stays within the walls.</summary>
    public bool Holds(PileRaster body, int x, int z) =>
        x + body.First.X >= 0 && z + body.First.Z >= 0 && x + body.First.X + body.Width <= Width && z + body.First.Z + body.Depth <= Depth;

    /// <summary>The height of a body's origin when it is let down until it touches; no cell of it reaches below the pile there.</summary>
    /// <param name="body">The body, which the walls hold there.</param>
    /// <param name="x">Its origin's corner of the grid.</param>
    /// <param name="z">Its origin's corner of the grid.</param>
    /// <param name="onGround">Whether it is the bare ground that stops it.</param>
    public float Drop(PileRaster body, int x, int z, out bool onGround)
    {
        var (y, below) = (float.NegativeInfinity, 0f);
        var bottom = body.Bottom;
        for (var row = 0; row < body.Depth; row++)
        {
            var heights = _heights.AsSpan((z + body.First.Z + row) * Width + x + body.First.X, body.Width);
            var lows = bottom.Slice(row * body.Width, body.Width);
            for (var i = 0; i < lows.Length; i++)
                if (heights[i] - lows[i] > y)
                    (y, below) = (heights[i] - lows[i], heights[i]);
        }

        onGround = below == 0f;
        return y;
    }

    /// <summary>Leaves a body where it came to lie.</summary>
    public void Add(PileRaster body, int x, int z, float y)
    {
        for (var row = 0; row < body.Depth; row++)
        {
            var heights = _heights.AsSpan((z + body.First.Z + row) * Width + x + body.First.X, body.Width);
            var tops = body.Top.Slice(row * body.Width, body.Width);
            for (var i = 0; i < tops.Length; i++) heights[i] = MathF.Max(heights[i], y + tops[i]);
        }
    }
}
