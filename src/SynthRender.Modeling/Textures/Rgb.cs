using System.Globalization;
using System.Numerics;

namespace SynthRender.Modeling.Textures;

/// <summary>Colours: linear light in a <see cref="Vector3"/>, written by people as sRGB hex.</summary>
public static class Rgb
{
    /// <summary>Linear colour of an sRGB hex text such as "8A4B2D".</summary>
    public static Vector3 Hex(string hex)
    {
        if (hex is not { Length: 6 } || !int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            throw new ArgumentException($"'{hex}' is not six hex digits.", nameof(hex));
        return new Vector3(ToLinear((value >> 16) / 255f), ToLinear((value >> 8 & 255) / 255f), ToLinear((value & 255) / 255f));
    }

    /// <summary>Linear value of an sRGB value in 0 to 1 (IEC 61966-2-1).</summary>
    public static float ToLinear(float s) => s <= 0.04045f ? s / 12.92f : MathF.Pow((s + 0.055f) / 1.055f, 2.4f);

    /// <summary>sRGB value of a linear value in 0 to 1.</summary>
    public static float FromLinear(float l) => l <= 0.0031308f ? l * 12.92f : 1.055f * MathF.Pow(l, 1f / 2.4f) - 0.055f;

    /// <summary>Between two colours; <paramref name="t"/> outside 0 to 1 is taken as the nearer end.</summary>
    public static Vector3 Mix(Vector3 a, Vector3 b, float t) => Vector3.Lerp(a, b, Math.Clamp(t, 0f, 1f));
}
