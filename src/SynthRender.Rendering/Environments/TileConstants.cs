using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynthRender.Rendering.Environments;

/// <summary>How one tile of an environment's map is made (Shaders/environment_tile.frag, std140).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TileConstants
{
    internal const int MaxPoints = 32;

    internal Vector4 Place;
    internal LobePoints Points;

    /// <summary>How many points a tile's lobe is summed over; 0 copies. Narrow lobes reach over few texels.</summary>
    internal static int PointCount(int tile) => tile switch
    {
        0 => 0,
        1 => 12,
        2 => 20,
        _ => MaxPoints,
    };

    /// <summary>
    /// The points of a tile: directions about +Z drawn by the density of GGX reflection seen along the normal, D/4, on a Hammersley set;
    /// each as long as its weight, the cosine over the sum of cosines, and read from the mip level whose texels are as wide as the points
    /// are apart.
    /// </summary>
    internal static TileConstants For(int tile)
    {
        var constants = new TileConstants { Place = new Vector4(tile, 0, 0, 0) };
        var count = PointCount(tile);
        var roughness = (double)tile / EnvironmentTiles.BlurredCount;
        var alpha2 = Math.Pow(roughness, 4);
        const double texel = 4 * Math.PI / (EnvironmentTiles.SharpSize * EnvironmentTiles.SharpSize);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            // For a half vector at angle θ the light comes from 2θ; below the horizon nothing is reflected, so u stops where 2θ = 90°.
            var most = 1 / (1 + alpha2);
            var u = most * (i + 0.5) / count;
            var phi = 2 * Math.PI * (Reversed((uint)i) + 0.5 / count);
            var cos2 = (1 - u) / (1 + (alpha2 - 1) * u);
            var (cosLight, sinLight) = (2 * cos2 - 1, 2 * Math.Sqrt(cos2 * (1 - cos2)));
            var k = cos2 * (alpha2 - 1) + 1;
            var density = alpha2 / (Math.PI * k * k) / 4 / most;
            var level = 0.5 * Math.Log2(1 / (count * density) / texel) - 0.5;
            sum += cosLight;
            constants.Points[i] = new Vector4(
                (float)(cosLight * sinLight * Math.Cos(phi)), (float)(cosLight * sinLight * Math.Sin(phi)), (float)(cosLight * cosLight),
                (float)Math.Max(level, 0));
        }

        for (var i = 0; i < count; i++)
        {
            var p = constants.Points[i];
            constants.Points[i] = new Vector4(p.X / (float)sum, p.Y / (float)sum, p.Z / (float)sum, p.W);
        }

        return constants;
    }

    private static double Reversed(uint i)
    {
        var (result, half) = (0.0, 0.5);
        for (; i > 0; i >>= 1, half /= 2) result += half * (i & 1);
        return result;
    }

    [InlineArray(MaxPoints)]
    internal struct LobePoints
    {
        private Vector4 _point;
    }
}
