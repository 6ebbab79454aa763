using System.Numerics;

namespace SynthRender.Rendering.Coverage;

/// <summary>
/// The image in tiles of 8×8 pixels. A small triangle is filed under the tile of its upper left corner, a mark under the tiles of
/// all small triangles that may reach it, so that one look tells whether a triangle may matter: nearly none does.
/// </summary>
internal readonly struct TileGrid(int width, int height)
{
    private const int Shift = 3;
    private const float Size = 1 << Shift;

    private readonly int _across = (width >> Shift) + 1;
    private readonly int _down = (height >> Shift) + 1;

    /// <summary>The tile of a triangle that is not drawn or lies outside the image; it is never marked.</summary>
    internal int Nowhere => _across * _down;

    /// <summary>The tile of a triangle that is larger than a tile or reaches out of the image; it is always marked.</summary>
    internal int Everywhere => Nowhere + 1;

    /// <summary>All tiles, those two included.</summary>
    internal int Count => Nowhere + 2;

    /// <summary>Where to file a triangle with these bounds.</summary>
    internal int Of(Vector4 low, Vector4 high)
    {
        if (!(high.X >= 0 && high.Y >= 0 && low.X <= width && low.Y <= height)) return Nowhere;
        if (!(low.X >= 0 && low.Y >= 0 && high.X - low.X <= Size && high.Y - low.Y <= Size)) return Everywhere;
        return ((int)low.Y >> Shift) * _across + ((int)low.X >> Shift);
    }

    /// <summary>Marks the tiles from which small triangles reach a pixel or come within some pixels of it.</summary>
    internal void Mark(Span<bool> tiles, int x, int y, int within)
    {
        var (left, top) = (Math.Max(0, ((x - within) >> Shift) - 1), Math.Max(0, ((y - within) >> Shift) - 1));
        var (right, bottom) = (Math.Min((x + within) >> Shift, _across - 1), Math.Min((y + within) >> Shift, _down - 1));
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++)
                tiles[row * _across + column] = true;
    }
}
