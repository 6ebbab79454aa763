using System.Numerics.Tensors;

namespace SynthRender.Datasets.Images;

/// <summary>PNG's row filters (PNG specification, section 9).</summary>
internal static class PngFilters
{
    /// <summary>Filters a row.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="row">The row's bytes.</param>
    /// <param name="above">The row above; empty for the first, where it counts as zeros.</param>
    /// <param name="target">One byte more than the row: the filter's number, then the result.</param>
    /// <param name="bytesPerPixel">How far the pixel to the left is away.</param>
    internal static void Apply(PngFilter filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> target, int bytesPerPixel)
    {
        target[0] = (byte)filter;
        var result = target[1..];
        switch (filter)
        {
            case PngFilter.Sub:
                row[..bytesPerPixel].CopyTo(result);
                TensorPrimitives.Subtract(row[bytesPerPixel..], row[..^bytesPerPixel], result[bytesPerPixel..]);
                break;
            case PngFilter.Up when !above.IsEmpty:
                TensorPrimitives.Subtract(row, above, result);
                break;
            default:
                row.CopyTo(result);
                break;
        }
    }

    /// <summary>Puts a filtered row back in place.</summary>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    internal static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        if (filter is < 0 or > 4) throw new InvalidDataException($"The PNG file names row filter {filter}; 0 to 4 are defined.");
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= bytesPerPixel ? row[i - bytesPerPixel] : 0;
            var aboveLeft = i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
            row[i] += filter switch
            {
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => (byte)Paeth(left, above[i], aboveLeft),
                _ => (byte)0,
            };
        }
    }

    private static int Paeth(int left, int above, int aboveLeft)
    {
        var (byLeft, byAbove, byCorner) = (Math.Abs(above - aboveLeft), Math.Abs(left - aboveLeft), Math.Abs(left + above - 2 * aboveLeft));
        if (byLeft <= byAbove && byLeft <= byCorner) return left;
        return byAbove <= byCorner ? above : aboveLeft;
    }
}
