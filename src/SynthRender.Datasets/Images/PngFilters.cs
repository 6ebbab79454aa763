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
}
