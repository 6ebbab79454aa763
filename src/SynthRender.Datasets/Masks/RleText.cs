namespace SynthRender.Datasets.Masks;

/// <summary>
/// COCO's compressed run lengths: each run is written as its difference to the run two before (from the fourth run on), 5 bits at a
/// time with the low bits first, 0x20 on all but the last group, plus 48 (cocoapi, maskApi.c: rleToString, rleFrString).
/// </summary>
internal static class RleText
{
    /// <summary>Groups of 5 bits that a signed 32-bit difference takes at most.</summary>
    internal const int BytesPerRun = 7;

    private const int First = 48;
    private const int More = 0x20;

    internal static int Encode(ReadOnlySpan<int> runs, Span<byte> destination)
    {
        var length = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            var rest = i > 2 ? runs[i] - runs[i - 2] : runs[i];
            bool more;
            do
            {
                var group = rest & 0x1f;
                rest >>= 5;
                more = (group & 0x10) != 0 ? rest != -1 : rest != 0;
                destination[length++] = (byte)(First + (more ? group | More : group));
            }
            while (more);
        }

        return length;
    }

    internal static RunLengthEncoding Decode(ReadOnlySpan<char> text, int width, int height)
    {
        var runs = new List<int>();
        var pixels = (long)width * height;
        var total = 0L;
        for (var position = 0; position < text.Length;)
        {
            var value = 0L;
            int group, shift = 0;
            do
            {
                if (position == text.Length) throw new FormatException($"The run-length text breaks off inside run {runs.Count}.");
                group = text[position] - First;
                if (group is < 0 or > 0x3f)
                    throw new FormatException(
                        $"The run-length text has '{text[position]}' at {position}; characters 48 to 111 are expected.");
                if (shift > 5 * BytesPerRun)
                    throw new FormatException($"Run {runs.Count} of the run-length text is too long a number.");
                value |= (long)(group & 0x1f) << shift;
                shift += 5;
                position++;
            }
            while ((group & More) != 0);

            if ((group & 0x10) != 0) value |= -1L << shift;
            if (runs.Count > 2) value += runs[^2];
            total += value;
            if (value < 0 || total > pixels)
                throw new FormatException(
                    $"Run {runs.Count} of the run-length text is {value}, which does not fit an image of {width}×{height}.");
            runs.Add((int)value);
        }

        if (total != pixels)
            throw new FormatException($"The run-length text holds {total} pixels, an image of {width}×{height} has {pixels}.");
        return new RunLengthEncoding(width, height, runs.ToArray());
    }
}
