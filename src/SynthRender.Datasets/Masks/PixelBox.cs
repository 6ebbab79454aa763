namespace SynthRender.Datasets.Masks;

/// <summary>A box of whole pixels in edge coordinates: it spans [X, X+Width] × [Y, Y+Height].</summary>
/// <param name="X">Left edge; the index of the leftmost column.</param>
/// <param name="Y">Upper edge; the index of the topmost row.</param>
/// <param name="Width">Columns; 0 in an empty box.</param>
/// <param name="Height">Rows; 0 in an empty box.</param>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>True when the box holds no pixel.</summary>
    public bool IsEmpty => Width == 0 || Height == 0;
}
