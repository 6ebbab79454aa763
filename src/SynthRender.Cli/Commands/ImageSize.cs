using System.CommandLine.Parsing;
using System.Globalization;

namespace SynthRender.Cli.Commands;

/// <summary>An image size as it is written on the command line: 640x480.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    private const int Largest = 16384;

    public static ImageSize? Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var sides = text.Split('x', 'X', '×');
        if (sides.Length == 2 && Side(sides[0]) is { } width && Side(sides[1]) is { } height) return new ImageSize(width, height);
        result.AddError($"--size is WIDTHxHEIGHT in pixels, 1 to {Largest} each, for example 640x480; got '{text}'.");
        return null;
    }

    private static int? Side(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= 1 and <= Largest ? side : null;
}
