using SkiaSharp;

namespace SynthRender.Datasets.Overlay;

/// <summary>Bright colours that are far apart for neighbouring numbers.</summary>
internal static class InstanceColors
{
    // Steps of the golden angle never come back to a hue, and any few in a row lie far apart.
    private const float GoldenAngle = 137.508f;

    internal static SKColor Of(int number) => SKColor.FromHsv((12 + number * GoldenAngle) % 360, 78, 100);

    /// <summary>Black or white, whichever reads better on a colour (relative luminance, sRGB weights).</summary>
    internal static SKColor TextOn(SKColor color) =>
        0.2126f * color.Red + 0.7152f * color.Green + 0.0722f * color.Blue > 110 ? new SKColor(0x10, 0x12, 0x16) : SKColors.White;
}
