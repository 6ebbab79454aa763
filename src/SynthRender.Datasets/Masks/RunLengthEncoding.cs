using System.Buffers;
using System.Text;

namespace SynthRender.Datasets.Masks;

/// <summary>
/// A binary mask as COCO stores it: the image is scanned column by column, each from the top, and the lengths of the runs alternate
/// between pixels outside and inside the mask, beginning outside (the first run may be 0). Immutable.
/// </summary>
public sealed class RunLengthEncoding : IEquatable<RunLengthEncoding>
{
    private readonly ReadOnlyMemory<int> _runs;

    /// <summary>Wraps runs.</summary>
    /// <param name="width">Columns of the image, 1 or more.</param>
    /// <param name="height">Rows of the image, 1 or more.</param>
    /// <param name="runs">Run lengths, none negative, that add up to width·height.</param>
    /// <exception cref="ArgumentException">A run is negative, or the runs do not fill the image.</exception>
    public RunLengthEncoding(int width, int height, ReadOnlyMemory<int> runs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        (Width, Height, _runs) = (width, height, runs);
        var total = 0L;
        var span = runs.Span;
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] < 0) throw new ArgumentException($"Run {i} is {span[i]}; a run is 0 or more pixels.", nameof(runs));
            total += span[i];
        }

        if (total != (long)width * height)
            throw new ArgumentException(
                $"The runs hold {total} pixels, the image of {width}×{height} has {(long)width * height}.", nameof(runs));
        (Area, Bounds) = Measure(span, height);
    }

    internal RunLengthEncoding(int width, int height, ReadOnlyMemory<int> runs, int area, PixelBox bounds) =>
        (Width, Height, _runs, Area, Bounds) = (width, height, runs, area, bounds);

    /// <summary>Columns of the image.</summary>
    public int Width { get; }

    /// <summary>Rows of the image.</summary>
    public int Height { get; }

    /// <summary>Lengths of the runs: outside, inside, outside, …</summary>
    public ReadOnlySpan<int> Runs => _runs.Span;

    /// <summary>The number of pixels in the mask.</summary>
    public int Area { get; }

    /// <summary>The smallest box around the mask; empty when the mask is.</summary>
    public PixelBox Bounds { get; }

    /// <summary>Encodes a bitmap.</summary>
    /// <param name="bitmap">Row-major, width·height values; what is not 0 belongs to the mask.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <param name="height">Rows, 1 or more.</param>
    public static RunLengthEncoding FromBitmap(ReadOnlySpan<byte> bitmap, int width, int height)
    {
        CheckBitmap(bitmap.Length, width, height);
        var runs = new List<int>();
        var inside = false;
        var length = 0;
        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++)
            {
                if (bitmap[y * width + x] != 0 != inside)
                {
                    runs.Add(length);
                    (inside, length) = (!inside, 0);
                }

                length++;
            }
        }

        runs.Add(length);
        return new RunLengthEncoding(width, height, runs.ToArray());
    }

    /// <summary>Decodes COCO's compressed text.</summary>
    /// <exception cref="FormatException">The text breaks off, has a character that cannot occur, or does not fill the image.</exception>
    public static RunLengthEncoding Parse(ReadOnlySpan<char> text, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        return RleText.Decode(text, width, height);
    }

    /// <summary>Sets the pixels of the mask in a row-major bitmap to a value and leaves the others as they are.</summary>
    public void Paint<T>(Span<T> bitmap, T value)
    {
        CheckBitmap(bitmap.Length, Width, Height);
        var position = 0;
        var runs = Runs;
        for (var i = 0; i < runs.Length; i++)
        {
            if ((i & 1) == 1)
            {
                var (x, y) = int.DivRem(position, Height);
                for (var left = runs[i]; left > 0; left--)
                {
                    bitmap[y * Width + x] = value;
                    if (++y == Height) (x, y) = (x + 1, 0);
                }
            }

            position += runs[i];
        }
    }

    /// <summary>COCO's compressed text.</summary>
    public string ToText()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxTextLength);
        var text = Encoding.ASCII.GetString(buffer, 0, WriteText(buffer));
        ArrayPool<byte>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Room that <see cref="WriteText"/> needs at most, in bytes.</summary>
    public int MaxTextLength => RleText.BytesPerRun * Runs.Length;

    /// <summary>Writes COCO's compressed text as ASCII and returns its length.</summary>
    /// <param name="destination">At least <see cref="MaxTextLength"/> bytes.</param>
    public int WriteText(Span<byte> destination)
    {
        if (destination.Length < MaxTextLength)
            throw new ArgumentException(
                $"The text may take {MaxTextLength} bytes, the buffer has {destination.Length}.", nameof(destination));
        return RleText.Encode(Runs, destination);
    }

    /// <summary>The number of pixels that two masks of the same image share.</summary>
    /// <exception cref="ArgumentException">The images differ in size.</exception>
    public static int CountIntersection(RunLengthEncoding a, RunLengthEncoding b)
    {
        CheckSameImage(a, b);
        var runsA = a.Runs;
        var runsB = b.Runs;
        var (i, j, shared) = (0, 0, 0);
        var (leftA, leftB) = (runsA[0], runsB[0]);
        while (true)
        {
            var step = Math.Min(leftA, leftB);
            if ((i & j & 1) == 1) shared += step;
            leftA -= step;
            leftB -= step;
            while (leftA == 0)
            {
                if (++i == runsA.Length) return shared;
                leftA = runsA[i];
            }

            while (leftB == 0)
            {
                if (++j == runsB.Length) return shared;
                leftB = runsB[j];
            }
        }
    }

    /// <summary>The number of pixels that at least one of two masks of the same image holds.</summary>
    /// <exception cref="ArgumentException">The images differ in size.</exception>
    public static int CountUnion(RunLengthEncoding a, RunLengthEncoding b) => a.Area + b.Area - CountIntersection(a, b);

    /// <inheritdoc/>
    public bool Equals(RunLengthEncoding? other) =>
        other is not null && Width == other.Width && Height == other.Height && Runs.SequenceEqual(other.Runs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RunLengthEncoding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Width, Height, Runs.Length, Area, Bounds);

    private static (int Area, PixelBox Bounds) Measure(ReadOnlySpan<int> runs, int height)
    {
        var extent = MaskExtent.Empty;
        var position = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            if ((i & 1) == 1 && runs[i] > 0) extent.Add(position, runs[i], height);
            position += runs[i];
        }

        return (extent.Area, extent.Box);
    }

    private static void CheckBitmap(int length, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (length != (long)width * height)
            throw new ArgumentException(
                $"A bitmap of {width}×{height} has {(long)width * height} pixels, got {length}.", nameof(length));
    }

    private static void CheckSameImage(RunLengthEncoding a, RunLengthEncoding b)
    {
        if (a.Width != b.Width || a.Height != b.Height)
            throw new ArgumentException(
                $"The masks belong to images of {a.Width}×{a.Height} and {b.Width}×{b.Height} pixels.", nameof(b));
    }
}
