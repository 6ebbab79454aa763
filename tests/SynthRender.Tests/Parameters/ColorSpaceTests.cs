using System.Numerics;
using SynthRender.Parameters;
using SynthRender.Samplers;

namespace SynthRender.Tests.Parameters;

public sealed class ColorSpaceTests
{
    [Fact]
    public void Hsv_and_linear_are_inverse()
    {
        var stream = new RandomStream(1, 0, "test");
        for (var i = 0; i < 1000; i++)
        {
            var (hue, saturation, value) = (stream.NextSingle(), 0.05f + 0.9f * stream.NextSingle(), 0.05f + 0.9f * stream.NextSingle());
            var (h, s, v) = ColorSpace.HsvFromLinear(ColorSpace.LinearFromHsv(hue, saturation, value));
            // Hue is a ratio of differences as small as 0.05·0.05, each a few float roundings (6e-8) off.
            Assert.Equal(hue, h, 1e-3f);
            Assert.Equal(saturation, s, 1e-4f);
            Assert.Equal(value, v, 1e-5f);
        }
    }

    [Theory]
    [InlineData(0f, 1, 0, 0)]
    [InlineData(1f / 3, 0, 1, 0)]
    [InlineData(2f / 3, 0, 0, 1)]
    [InlineData(-1f / 3, 0, 0, 1)]
    [InlineData(1.5f, 0, 1, 1)]
    public void Hue_goes_around_the_circle(float hue, float r, float g, float b) =>
        Assert.True(Vector3.Distance(new(r, g, b), ColorSpace.LinearFromHsv(hue, 1, 1)) < 1e-5f);

    /// <summary>
    /// Planck's law with the CIE 1931 observer gives these chromaticities for black bodies (tabulated in Wyszecki and Stiles, Color
    /// Science, table 1(3.11)); the fit keeps to about 0.001 in x and y.
    /// </summary>
    [Theory]
    [InlineData(2000, 0.5267, 0.4133)]
    [InlineData(2856, 0.4475, 0.4074)]
    [InlineData(4000, 0.3805, 0.3768)]
    [InlineData(6500, 0.3135, 0.3237)]
    [InlineData(10000, 0.2807, 0.2884)]
    public void Kelvin_follows_the_black_body(float kelvin, double x, double y)
    {
        var rgb = ColorSpace.LinearFromKelvin(kelvin);
        Assert.Equal(1, Math.Max(rgb.X, Math.Max(rgb.Y, rgb.Z)));
        // sRGB's primaries to XYZ (IEC 61966-2-1).
        var bigX = 0.4124 * rgb.X + 0.3576 * rgb.Y + 0.1805 * rgb.Z;
        var bigY = 0.2126 * rgb.X + 0.7152 * rgb.Y + 0.0722 * rgb.Z;
        var bigZ = 0.0193 * rgb.X + 0.1192 * rgb.Y + 0.9505 * rgb.Z;
        var sum = bigX + bigY + bigZ;
        Assert.Equal(x, bigX / sum, 0.002);
        Assert.Equal(y, bigY / sum, 0.002);
    }

    [Fact]
    public void Kelvin_outside_the_fit_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ColorSpace.LinearFromKelvin(1600));
        Assert.Throws<ArgumentOutOfRangeException>(() => ColorSpace.LinearFromKelvin(float.NaN));
    }
}
