using System.Numerics;

namespace SynthRender.Rendering.Lighting;

/// <summary>
/// What a GGX surface reflects in total, as F0·a + b, by cosine to the viewer (across) and perceptual roughness (down): the
/// split-sum table, its outermost texels at 0 and 1, of Karis, Real Shading in Unreal Engine 4, 2013, with height-correlated Smith masking.
/// Beside them, what white sheen reflects, at most 1 (<see cref="SheenAlbedo"/>), and the factor that keeps it there: at grazing angles
/// and small roughness the published fit gives back up to three times what it gets.
/// </summary>
internal static class SpecularAlbedo
{
    internal const int Size = 32;
    private const int Samples = 256;

    internal static Texture CreateTable(GraphicsDevice device)
    {
        var table = new ushort[4 * Size * Size];
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var (a, b) = Integrate(MathF.Max(y / (Size - 1f), 0.045f), MathF.Max(x / (Size - 1f), 1e-3f));
                var texel = table.AsSpan(4 * (y * Size + x), 4);
                texel[0] = (ushort)(Math.Clamp(a, 0, 1) * ushort.MaxValue + 0.5f);
                texel[1] = (ushort)(Math.Clamp(b, 0, 1) * ushort.MaxValue + 0.5f);
                var sheen = SheenAlbedo.Integrate(y / (Size - 1f), MathF.Max(x / (Size - 1f), 1e-3f));
                texel[2] = (ushort)(Math.Clamp(sheen, 0, 1) * ushort.MaxValue + 0.5f);
                texel[3] = (ushort)(1 / MathF.Max(sheen, 1) * ushort.MaxValue + 0.5f);
            }
        }

        var texture = device.ResourceFactory.CreateTexture(
            TextureDescription.Texture2D(Size, Size, 1, 1, PixelFormat.R16_G16_B16_A16_UNorm, TextureUsage.Sampled));
        texture.Name = "specular albedo";
        device.UpdateTexture(texture, table, 0, 0, 0, Size, Size, 1, 0, 0);
        return texture;
    }

    /// <summary>Over half vectors drawn by their distribution, on a Hammersley set.</summary>
    private static (float A, float B) Integrate(float roughness, float cosView)
    {
        var alpha = roughness * roughness;
        var alpha2 = alpha * alpha;
        var view = new Vector3(MathF.Sqrt(1 - cosView * cosView), 0, cosView);
        var (sumA, sumB) = (0f, 0f);
        for (uint i = 0; i < Samples; i++)
        {
            var u = (i + 0.5f) / Samples;
            var phi = 2 * MathF.PI * (Reversed(i) + 0.5f / Samples);
            var cos = MathF.Sqrt((1 - u) / (1 + (alpha2 - 1) * u));
            var sin = MathF.Sqrt(1 - cos * cos);
            var half = new Vector3(sin * MathF.Cos(phi), sin * MathF.Sin(phi), cos);
            var cosViewHalf = Vector3.Dot(view, half);
            var cosLight = 2 * cosViewHalf * half.Z - view.Z;
            if (cosLight <= 0 || cosViewHalf <= 0) continue;
            var visibility = 0.5f / (cosLight * MathF.Sqrt(cosView * cosView * (1 - alpha2) + alpha2)
                + cosView * MathF.Sqrt(cosLight * cosLight * (1 - alpha2) + alpha2));
            var weight = 4 * visibility * cosLight * cosViewHalf / cos;
            var fresnel = MathF.Pow(1 - cosViewHalf, 5);
            sumA += weight * (1 - fresnel);
            sumB += weight * fresnel;
        }

        return (sumA / Samples, sumB / Samples);
    }

    /// <summary>The bits of a number behind the binary point, in reverse (van der Corput).</summary>
    private static float Reversed(uint i)
    {
        i = (i << 16) | (i >> 16);
        i = ((i & 0x00ff00ff) << 8) | ((i & 0xff00ff00) >> 8);
        i = ((i & 0x0f0f0f0f) << 4) | ((i & 0xf0f0f0f0) >> 4);
        i = ((i & 0x33333333) << 2) | ((i & 0xcccccccc) >> 2);
        i = ((i & 0x55555555) << 1) | ((i & 0xaaaaaaaa) >> 1);
        return i * (1f / 4294967296f);
    }
}
