using System.Numerics;
using SynthRender.Materials;
using SynthRender.Rendering.Smoothing;

namespace SynthRender.Rendering.Textures;

/// <summary>
/// Mips of an image whose alpha says where there is something. Colours are averaged as light, each texel as far as it is there, so that the
/// black or white of what is not there neither darkens nor pales what is. Texels that are not there at all take the colour around them,
/// which shows where a filter mixes them in. Alpha itself is averaged plainly.
/// </summary>
internal static class CutOutMips
{
    /// <summary>Whether some of the image is not all there; else its mips are those of any image.</summary>
    internal static bool Matter(TextureImage image)
    {
        var rgba = image.Rgba.Span;
        for (var i = 3; i < rgba.Length; i += 4)
            if (rgba[i] != 255) return true;
        return false;
    }

    /// <summary>All levels, the full size first: R, G, B as sRGB, A, rows from the top.</summary>
    internal static Level[] Build(TextureImage image)
    {
        var light = new List<(int Width, int Height, Vector4[] Light)> { (image.Width, image.Height, Weighted(image.Rgba.Span)) };
        while (light[^1].Width > 1 || light[^1].Height > 1) light.Add(Halved(light[^1].Width, light[^1].Height, light[^1].Light));
        var levels = new Level[light.Count];
        for (var l = levels.Length - 1; l >= 0; l--)
        {
            var (width, height, weighted) = light[l];
            levels[l] = new Level(width, height, new byte[4 * width * height]);
            // The full size is as it is.
            if (l == 0) image.Rgba.Span.CopyTo(levels[l].Rgba);
            else Encode(weighted, levels[l].Rgba);
            if (l + 1 < levels.Length) Fill(levels[l], levels[l + 1]);
        }

        return levels;
    }

    /// <summary>Light times alpha, and alpha.</summary>
    private static Vector4[] Weighted(ReadOnlySpan<byte> rgba)
    {
        var light = new Vector4[rgba.Length / 4];
        for (var i = 0; i < light.Length; i++)
        {
            var texel = rgba.Slice(4 * i, 4);
            light[i] = new Vector4(SrgbTables.Decode(texel[0]), SrgbTables.Decode(texel[1]), SrgbTables.Decode(texel[2]), 1) * (texel[3] / 255f);
        }

        return light;
    }

    /// <summary>Half the size, rounded down as Vulkan does; each texel is the mean of the area that it stands for.</summary>
    private static (int Width, int Height, Vector4[] Light) Halved(int width, int height, Vector4[] from)
    {
        var (across, down) = (Math.Max(width / 2, 1), Math.Max(height / 2, 1));
        var light = new Vector4[across * down];
        for (var y = 0; y < down; y++)
        {
            for (var j = 0; j < Taps(height); j++)
            {
                var row = from.AsSpan((2 * y + j) * width, width);
                var weight = Weight(j, y, height);
                for (var x = 0; x < across; x++)
                    for (var i = 0; i < Taps(width); i++)
                        light[y * across + x] += weight * Weight(i, x, width) * row[2 * x + i];
            }
        }

        return (across, down, light);
    }

    /// <summary>Texels that one of half the size takes in.</summary>
    private static int Taps(int size) => size == 1 ? 1 : 2 + size % 2;

    /// <summary>The share of texel 2·<paramref name="x"/> + <paramref name="tap"/> in texel x of half the size: an odd size is shared by three.</summary>
    private static float Weight(int tap, int x, int size)
    {
        if (size % 2 == 0) return 0.5f;
        if (size == 1) return 1;
        var half = size / 2;
        return tap switch { 0 => half - x, 1 => half, _ => x + 1 } / (float)size;
    }

    private static void Encode(Vector4[] light, byte[] rgba)
    {
        for (var i = 0; i < light.Length; i++)
        {
            var alpha = light[i].W;
            if (alpha == 0) continue;
            var color = light[i] / alpha;
            (rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]) = (SrgbTables.Encode(color.X), SrgbTables.Encode(color.Y), SrgbTables.Encode(color.Z));
            rgba[4 * i + 3] = (byte)(255 * alpha + 0.5f);
        }
    }

    /// <summary>Gives texels of alpha 0 the colour of the next level.</summary>
    private static void Fill(Level level, Level next)
    {
        for (var y = 0; y < level.Height; y++)
        {
            for (var x = 0; x < level.Width; x++)
            {
                var to = 4 * (y * level.Width + x);
                if (level.Rgba[to + 3] != 0) continue;
                var from = 4 * (Math.Min(y / 2, next.Height - 1) * next.Width + Math.Min(x / 2, next.Width - 1));
                next.Rgba.AsSpan(from, 3).CopyTo(level.Rgba.AsSpan(to));
            }
        }
    }

    /// <summary>A level of an image.</summary>
    internal sealed record Level(int Width, int Height, byte[] Rgba);
}
