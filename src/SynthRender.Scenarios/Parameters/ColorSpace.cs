using System.Numerics;

namespace SynthRender.Parameters;

/// <summary>Conversions to and from linear RGB with sRGB's primaries.</summary>
public static class ColorSpace
{
    /// <summary>The coldest temperature of <see cref="LinearFromKelvin"/>.</summary>
    public const float LeastKelvin = 1667;

    /// <summary>The hottest temperature of <see cref="LinearFromKelvin"/>.</summary>
    public const float MostKelvin = 25000;

    /// <summary>sRGB to linear, per channel (IEC 61966-2-1).</summary>
    public static Vector3 LinearFromSrgb(Vector3 srgb) => new(LinearFromSrgb(srgb.X), LinearFromSrgb(srgb.Y), LinearFromSrgb(srgb.Z));

    /// <summary>Linear to sRGB, per channel (IEC 61966-2-1).</summary>
    public static Vector3 SrgbFromLinear(Vector3 linear) => new(SrgbFromLinear(linear.X), SrgbFromLinear(linear.Y), SrgbFromLinear(linear.Z));

    /// <summary>Hue (in turns, any number), saturation and value in [0, 1], read as sRGB, to linear RGB.</summary>
    public static Vector3 LinearFromHsv(float hue, float saturation, float value)
    {
        float Channel(float offset)
        {
            var k = (offset + hue * 6) % 6;
            if (k < 0) k += 6;
            return value - value * saturation * Math.Clamp(Math.Min(k, 4 - k), 0, 1);
        }

        return LinearFromSrgb(new Vector3(Channel(5), Channel(3), Channel(1)));
    }

    /// <summary>Linear RGB to hue (in turns, [0, 1)), saturation and value of the sRGB colour; greys have hue 0.</summary>
    public static (float Hue, float Saturation, float Value) HsvFromLinear(Vector3 linear)
    {
        var c = SrgbFromLinear(linear);
        var value = Math.Max(c.X, Math.Max(c.Y, c.Z));
        var range = value - Math.Min(c.X, Math.Min(c.Y, c.Z));
        if (range <= 0) return (0, 0, value);
        var sextant = value == c.X ? (c.Y - c.Z) / range : value == c.Y ? 2 + (c.Z - c.X) / range : 4 + (c.X - c.Y) / range;
        return ((sextant < 0 ? sextant + 6 : sextant) / 6, range / value, value);
    }

    /// <summary>
    /// The colour of a black body, scaled to a largest component of 1. From CIE xy of the Planckian locus (the cubic fit of Kim et al.,
    /// US patent 7024034, valid 1667 K to 25000 K) and the sRGB primaries' matrix.
    /// </summary>
    /// <param name="kelvin">Colour temperature, 1667 to 25000 K.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fit does not hold there.</exception>
    public static Vector3 LinearFromKelvin(float kelvin)
    {
        if (kelvin is not (>= LeastKelvin and <= MostKelvin))
            throw new ArgumentOutOfRangeException(nameof(kelvin), kelvin, "A colour temperature lies from 1667 K to 25000 K.");
        double t = kelvin;
        var x = t <= 4000
            ? -0.2661239e9 / (t * t * t) - 0.2343589e6 / (t * t) + 0.8776956e3 / t + 0.179910
            : -3.0258469e9 / (t * t * t) + 2.1070379e6 / (t * t) + 0.2226347e3 / t + 0.240390;
        var y = t switch
        {
            <= 2222 => -1.1063814 * x * x * x - 1.34811020 * x * x + 2.18555832 * x - 0.20219683,
            <= 4000 => -0.9549476 * x * x * x - 1.37418593 * x * x + 2.09137015 * x - 0.16748867,
            _ => 3.0817580 * x * x * x - 5.87338670 * x * x + 3.75112997 * x - 0.37001483,
        };
        var (bigX, bigZ) = (x / y, (1 - x - y) / y);
        var rgb = new Vector3(
            (float)(3.2404542 * bigX - 1.5371385 - 0.4985314 * bigZ),
            (float)(-0.9692660 * bigX + 1.8760108 + 0.0415560 * bigZ),
            (float)(0.0556434 * bigX - 0.2040259 + 1.0572252 * bigZ));
        rgb = Vector3.Max(rgb, Vector3.Zero); // warm lights lie just outside sRGB's gamut
        return rgb / MathF.Max(rgb.X, MathF.Max(rgb.Y, rgb.Z));
    }

    private static float LinearFromSrgb(float value) =>
        value <= 0.04045f ? value / 12.92f : MathF.Pow((value + 0.055f) / 1.055f, 2.4f);

    private static float SrgbFromLinear(float value) =>
        value <= 0.0031308f ? value * 12.92f : 1.055f * MathF.Pow(value, 1 / 2.4f) - 0.055f;
}
