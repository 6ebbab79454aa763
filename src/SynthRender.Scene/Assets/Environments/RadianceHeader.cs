using System.Globalization;
using System.Text;
using SynthRender.Environments;

namespace SynthRender.Assets.Environments;

/// <summary>The text at the start of a Radiance .hdr file (Ward, Real Pixels, Graphics Gems II, 1991), and how much data must follow.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Exposure">What the radiance was multiplied by before it was written.</param>
/// <param name="DataStart">Where the scanlines begin.</param>
internal readonly record struct RadianceHeader(int Width, int Height, float Exposure, int DataStart)
{
    /// <summary>Reads the header and checks that the scanlines are all there.</summary>
    /// <exception cref="AssetException">It is no such file, is of a kind that is not read, too large, or cut off.</exception>
    public static RadianceHeader Read(ReadOnlySpan<byte> bytes, string file)
    {
        var at = 0;
        var magic = Line(bytes, ref at, file);
        if (magic is not ("#?RADIANCE" or "#?RGBE"))
            throw new AssetException(file, "", $"is no Radiance image: found '{Shown(magic)}' at the start, expected '#?RADIANCE'.");
        var (format, exposure) = ("", 1f);
        for (var line = Line(bytes, ref at, file); line.Length > 0; line = Line(bytes, ref at, file))
        {
            if (line.StartsWith("FORMAT=", StringComparison.Ordinal)) format = line[7..];
            if (line.StartsWith("EXPOSURE=", StringComparison.Ordinal))
                exposure *= float.TryParse(line.AsSpan(9), NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor > 0 && float.IsFinite(factor)
                    ? factor
                    : throw new AssetException(file, "header", $"found '{Shown(line)}'; expected EXPOSURE= and a number above 0.");
        }

        if (format != "32-bit_rle_rgbe")
            throw new AssetException(file, "header", $"found the format '{Shown(format)}'; expected FORMAT=32-bit_rle_rgbe.");
        var size = Line(bytes, ref at, file);
        var parts = size.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not ["-Y", var h, "+X", var w]
            || !int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || !int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var width))
            throw new AssetException(file, "header", $"found '{Shown(size)}'; expected the size as '-Y height +X width', rows from the top.");
        if (width < 1 || height < 1 || width > EnvironmentImage.MaxWidth || height > EnvironmentImage.MaxHeight)
            throw new AssetException(file, "header",
                $"the image is {width}×{height} pixels; 1×1 to {EnvironmentImage.MaxWidth}×{EnvironmentImage.MaxHeight} are accepted.");
        var header = new RadianceHeader(width, height, exposure, at);
        header.CheckScanlines(bytes, file);
        return header;
    }

    private void CheckScanlines(ReadOnlySpan<byte> bytes, string file)
    {
        var at = DataStart;
        for (var row = 0; row < Height; row++)
        {
            // Run-length coding is marked by 2, 2 and a width below 32768; else four plain bytes a pixel follow, to the end.
            var coded = Width is >= 8 and < 32768 && at + 4 <= bytes.Length && bytes[at] == 2 && bytes[at + 1] == 2 && (bytes[at + 2] & 0x80) == 0;
            if (!coded && row == 0)
            {
                if (bytes.Length - at < 4L * Width * Height) throw CutOff(file, 0, $"{bytes.Length - at} bytes of {4L * Width * Height} plain ones");
                return;
            }

            if (!coded) throw at + 4 > bytes.Length ? CutOff(file, row, "the file ends") : new AssetException(file, $"row {row}", "is not run-length coded as the rows before it.");
            if ((bytes[at + 2] << 8 | bytes[at + 3]) != Width)
                throw new AssetException(file, $"row {row}", $"is {bytes[at + 2] << 8 | bytes[at + 3]} pixels wide; expected {Width}.");
            at += 4;
            for (var channel = 0; channel < 4; channel++)
                at = SkipChannel(bytes, at, row, file);
        }
    }

    private int SkipChannel(ReadOnlySpan<byte> bytes, int at, int row, string file)
    {
        for (var x = 0; x < Width;)
        {
            if (at >= bytes.Length) throw CutOff(file, row, "the file ends");
            var count = bytes[at++];
            var run = count > 128;
            var length = run ? count - 128 : count;
            if (length == 0 || x + length > Width) throw new AssetException(file, $"row {row}", $"has a run of {length} pixels at column {x} of {Width}.");
            at += run ? 1 : length;
            x += length;
        }

        return at <= bytes.Length ? at : throw CutOff(file, row, "the file ends");
    }

    private AssetException CutOff(string file, int row, string found) =>
        new(file, $"row {row}", $"{found}; expected {Width}×{Height} pixels. Is the file cut off?");

    private static string Line(ReadOnlySpan<byte> bytes, ref int at, string file)
    {
        var rest = bytes[at..];
        var length = rest[..Math.Min(rest.Length, 4096)].IndexOf((byte)'\n');
        if (length < 0)
            throw new AssetException(file, "", at == 0
                ? "is no Radiance image: it does not begin with a line of text such as '#?RADIANCE'."
                : "the header does not end; is the file cut off?");
        at += length + 1;
        return Encoding.Latin1.GetString(rest[..length]).TrimEnd('\r');
    }

    private static string Shown(string text) => string.Concat(text.Take(40).Select(c => char.IsControl(c) ? '·' : c));
}
