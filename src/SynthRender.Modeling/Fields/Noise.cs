using System.Numerics;

namespace SynthRender.Modeling.Fields;

/// <summary>Deterministic noise in space: the same value for the same point and seed on every machine with IEEE arithmetic.</summary>
public static class Noise
{
    /// <summary>Gradient noise after K. Perlin, on hashed lattice gradients, quintic fade; about −1 to 1, period none, scale 1.</summary>
    public static float Gradient(Vector3 p, uint seed = 0)
    {
        float fx = MathF.Floor(p.X), fy = MathF.Floor(p.Y), fz = MathF.Floor(p.Z);
        int ix = (int)fx, iy = (int)fy, iz = (int)fz;
        float x = p.X - fx, y = p.Y - fy, z = p.Z - fz;
        float u = Fade(x), v = Fade(y), w = Fade(z);
        var a = Lerp(u, Corner(ix, iy, iz, x, y, z, seed), Corner(ix + 1, iy, iz, x - 1, y, z, seed));
        var b = Lerp(u, Corner(ix, iy + 1, iz, x, y - 1, z, seed), Corner(ix + 1, iy + 1, iz, x - 1, y - 1, z, seed));
        var c = Lerp(u, Corner(ix, iy, iz + 1, x, y, z - 1, seed), Corner(ix + 1, iy, iz + 1, x - 1, y, z - 1, seed));
        var d = Lerp(u, Corner(ix, iy + 1, iz + 1, x, y - 1, z - 1, seed), Corner(ix + 1, iy + 1, iz + 1, x - 1, y - 1, z - 1, seed));
        return Lerp(w, Lerp(v, a, b), Lerp(v, c, d));
    }

    /// <summary>A sum of octaves of <see cref="Gradient"/>, each twice as fine and half as high; about −1 to 1.</summary>
    public static float Fractal(Vector3 p, int octaves, uint seed = 0)
    {
        var sum = 0f;
        var height = 0.5f;
        for (var i = 0; i < octaves; i++, height *= 0.5f)
        {
            sum += height * Gradient(p, seed + (uint)i);
            // An odd factor and offset keep the lattices of the octaves from lining up.
            p = p * 2.03f + new Vector3(17.3f, 9.1f, 5.7f);
        }

        return sum;
    }

    /// <summary>Cell noise after S. Worley: distances to the nearest and second nearest of one random point per unit cell.</summary>
    public static (float Nearest, float Second) Cells(Vector3 p, uint seed = 0)
    {
        int ix = (int)MathF.Floor(p.X), iy = (int)MathF.Floor(p.Y), iz = (int)MathF.Floor(p.Z);
        float first = 9f, second = 9f;
        for (var dz = -1; dz <= 1; dz++)
            for (var dy = -1; dy <= 1; dy++)
                for (var dx = -1; dx <= 1; dx++)
                {
                    var h = Hash(ix + dx, iy + dy, iz + dz, seed);
                    var point = new Vector3(ix + dx + (h & 1023) / 1023f, iy + dy + ((h >> 10) & 1023) / 1023f, iz + dz + (h >> 20) / 4095f);
                    var d = Vector3.DistanceSquared(p, point);
                    if (d < first)
                        (first, second) = (d, first);
                    else if (d < second)
                        second = d;
                }

        return (MathF.Sqrt(first), MathF.Sqrt(second));
    }

    /// <summary>A hash of a lattice point, for choices (finalizer constants of MurmurHash3).</summary>
    public static uint Hash(int x, int y, int z, uint seed)
    {
        var h = (uint)x * 0x9E3779B1u ^ (uint)y * 0x85EBCA77u ^ (uint)z * 0xC2B2AE3Du ^ (seed + 1u) * 0x27D4EB2Fu;
        h = (h ^ (h >> 16)) * 0x85EBCA6Bu;
        h = (h ^ (h >> 13)) * 0xC2B2AE35u;
        return h ^ (h >> 16);
    }

    private static float Fade(float t) => t * t * t * (t * (t * 6f - 15f) + 10f);

    private static float Lerp(float t, float a, float b) => a + t * (b - a);

    private static float Corner(int ix, int iy, int iz, float x, float y, float z, uint seed)
    {
        // Twelve directions to the middles of a cube's edges; four of them twice.
        var h = Hash(ix, iy, iz, seed) & 15u;
        var u = h < 8 ? x : y;
        var v = h < 4 ? y : h is 12 or 14 ? x : z;
        return ((h & 1) == 0 ? u : -u) + ((h & 2) == 0 ? v : -v);
    }
}
