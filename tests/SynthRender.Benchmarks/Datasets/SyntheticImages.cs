namespace SynthRender.Benchmarks.Datasets;

/// <summary>Images that look like frames to the kernels: ellipses before a textured ground, with or without sensor noise.</summary>
internal static class SyntheticImages
{
    internal const int Width = 640;
    internal const int Height = 480;

    /// <summary>Overlapping ellipses of 15 to 75 pixels' radius.</summary>
    internal static uint[] Ellipses(int count)
    {
        var ids = new uint[Width * Height];
        for (var i = 0; i < count; i++)
        {
            var (cx, cy) = (Unit(i, 1) * Width, Unit(i, 2) * Height);
            var (rx, ry) = (15 + 60 * Unit(i, 3), 15 + 60 * Unit(i, 4));
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var (dx, dy) = ((x - cx) / rx, (y - cy) / ry);
                    if (dx * dx + dy * dy < 1) ids[y * Width + x] = (uint)i + 1;
                }
            }
        }

        return ids;
    }

    /// <summary>RGBA: sky, waves of ground, shaded ellipses, and noise of so many steps.</summary>
    internal static byte[] Color(int noise)
    {
        var ids = Ellipses(8);
        var rgba = new byte[4 * ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var (x, y) = (i % Width, i / Width);
            var ground = 90 + 30 * Math.Sin(x * 0.31 + Math.Sin(y * 0.17) * 3) * Math.Sin(y * 0.43);
            var shade = y < 160 ? 150 + y * 0.4 : ground;
            if (ids[i] != 0) shade = 60 + 120 * Math.Abs(Math.Sin(x * 0.02 + ids[i])) + 0.2 * y;
            for (var c = 0; c < 3; c++)
            {
                var value = shade * (1 - 0.12 * c) + noise * (Unit(i, c + 5) + Unit(i, c + 9) - 1);
                rgba[4 * i + c] = (byte)Math.Clamp(value, 0, 255);
            }

            rgba[4 * i + 3] = 255;
        }

        return rgba;
    }

    /// <summary>A fixed number in [0, 1) for each pair (SplitMix64's mixer).</summary>
    private static double Unit(int index, int salt)
    {
        var z = (ulong)index * 0x9E3779B97F4A7C15UL + (ulong)salt * 0xD1B54A32D192ED03UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
