namespace SynthRender.Rendering.Smoothing;

/// <summary>sRGB (IEC 61966-2-1) to linear light and back, by tables.</summary>
internal static class SrgbTables
{
    private const int Steps = 1 << 14;
    private static readonly float[] Linear = BuildLinear();
    private static readonly byte[] Srgb = BuildSrgb();

    internal static float Decode(uint value) => Linear[value];

    /// <summary>The nearest 8-bit value. The table is even in the square root of light, fine enough for the darkest steps.</summary>
    internal static byte Encode(float linear) => Srgb[(int)(MathF.Sqrt(Math.Clamp(linear, 0, 1)) * Steps + 0.5f)];

    private static float[] BuildLinear()
    {
        var table = new float[256];
        for (var i = 0; i < table.Length; i++)
        {
            var c = i / 255f;
            table[i] = c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
        }

        return table;
    }

    private static byte[] BuildSrgb()
    {
        var table = new byte[Steps + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var root = i / (float)Steps;
            var linear = root * root;
            var c = linear <= 0.0031308f ? 12.92f * linear : 1.055f * MathF.Pow(linear, 1 / 2.4f) - 0.055f;
            table[i] = (byte)MathF.Round(255 * c);
        }

        return table;
    }
}
