namespace SynthRender.Datasets.Masks;

/// <summary>Area and box of a mask, gathered run by run.</summary>
internal struct MaskExtent
{
    private int _left;
    private int _right;
    private int _top;
    private int _bottom;

    internal static MaskExtent Empty => new() { _left = int.MaxValue, _right = -1, _top = int.MaxValue, _bottom = -1 };

    internal int Area { get; private set; }

    internal readonly PixelBox Box => Area == 0 ? default : new PixelBox(_left, _top, _right - _left + 1, _bottom - _top + 1);

    /// <summary>Adds a run of one pixel or more; runs come in column-major order.</summary>
    internal void Add(int start, int length, int height)
    {
        var (firstColumn, firstRow) = int.DivRem(start, height);
        var lastRow = firstRow + length - 1;
        var lastColumn = firstColumn;
        if (lastRow >= height)
        {
            // The run goes on in the next column, so it touches the image's last row and its first.
            lastColumn += lastRow / height;
            (firstRow, lastRow) = (0, height - 1);
        }

        Area += length;
        _left = Math.Min(_left, firstColumn);
        _right = lastColumn;
        _top = Math.Min(_top, firstRow);
        _bottom = Math.Max(_bottom, lastRow);
    }
}
