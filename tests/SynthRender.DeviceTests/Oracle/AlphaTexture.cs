using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// The alpha of a texture as any conforming driver may read it: the range over filter weights, texel choice and level of detail
/// that the Vulkan specification leaves open ("Texel Filtering", "Level-of-Detail Operation").
/// </summary>
internal sealed class AlphaTexture
{
    // Vulkan lets filter weights be as coarse as subTexelPrecisionBits ≥ 4, devices have 8: coordinates are good to 1/256 texel.
    private const double TexelSlack = 1.0 / 256;

    // 8-bit weights in both directions, and the level of detail from derivatives that may be approximated.
    private const double ValueSlack = 2.0 / 255;
    private const double LevelSlack = 0.5;

    private readonly TextureSlot _slot;
    private readonly List<(int Width, int Height, double[] Alpha)> _levels = [];

    public AlphaTexture(TextureSlot slot)
    {
        _slot = slot;
        var (width, height) = (slot.Image.Width, slot.Image.Height);
        var rgba = slot.Image.Rgba.Span;
        var alpha = new double[width * height];
        for (var i = 0; i < alpha.Length; i++) alpha[i] = rgba[4 * i + 3] / 255.0;
        _levels.Add((width, height, alpha));
        while (slot.Mipmaps && (width > 1 || height > 1))
        {
            var (nextWidth, nextHeight) = (Math.Max(1, width / 2), Math.Max(1, height / 2));
            alpha = Halve(alpha, width, height, nextWidth, nextHeight);
            (width, height) = (nextWidth, nextHeight);
            _levels.Add((width, height, alpha));
        }
    }

    public int TexCoord => _slot.TexCoord;

    /// <summary>Lowest and highest alpha at a UV, given the UVs one pixel to the right and one below.</summary>
    public (double Low, double High) Range((double U, double V) at, (double U, double V) right, (double U, double V) below)
    {
        var (u, v) = Moved(at);
        var level = Level((u, v), Moved(right), Moved(below));
        var first = (int)Math.Clamp(Math.Floor(level - LevelSlack), 0, _levels.Count - 1);
        var last = (int)Math.Clamp(Math.Ceiling(level + LevelSlack), 0, _levels.Count - 1);
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = first; i <= last; i++)
        {
            foreach (var du in (ReadOnlySpan<double>)[-TexelSlack, TexelSlack])
            {
                foreach (var dv in (ReadOnlySpan<double>)[-TexelSlack, TexelSlack])
                {
                    var alpha = Sample(i, u * _levels[i].Width + du, v * _levels[i].Height + dv);
                    (low, high) = (Math.Min(low, alpha), Math.Max(high, alpha));
                }
            }
        }

        return _slot.Linear ? (low - ValueSlack, high + ValueSlack) : (low, high);
    }

    /// <summary>KHR_texture_transform: scaled, turned counter-clockwise, moved.</summary>
    private (double U, double V) Moved((double U, double V) uv)
    {
        var (sin, cos) = Math.SinCos(_slot.Rotation);
        var (u, v) = (uv.U * _slot.Scale.X, uv.V * _slot.Scale.Y);
        return (cos * u + sin * v + _slot.Offset.X, -sin * u + cos * v + _slot.Offset.Y);
    }

    private double Level((double U, double V) at, (double U, double V) right, (double U, double V) below)
    {
        var (width, height, _) = _levels[0];
        var x = Math.Sqrt(Square((right.U - at.U) * width) + Square((right.V - at.V) * height));
        var y = Math.Sqrt(Square((below.U - at.U) * width) + Square((below.V - at.V) * height));
        return Math.Log2(Math.Max(Math.Max(x, y), 1e-9));
    }

    private double Sample(int level, double x, double y)
    {
        var (width, height, alpha) = _levels[level];
        double Texel(double i, double j) => alpha[Wrap(j, height, _slot.WrapV) * width + Wrap(i, width, _slot.WrapU)];
        if (!_slot.Linear) return Texel(Math.Floor(x), Math.Floor(y));
        var (i, j) = (Math.Floor(x - 0.5), Math.Floor(y - 0.5));
        var (fx, fy) = (x - 0.5 - i, y - 0.5 - j);
        return (Texel(i, j) * (1 - fx) + Texel(i + 1, j) * fx) * (1 - fy) + (Texel(i, j + 1) * (1 - fx) + Texel(i + 1, j + 1) * fx) * fy;
    }

    private static int Wrap(double index, int size, TextureWrap wrap)
    {
        if (wrap == TextureWrap.ClampToEdge) return (int)Math.Clamp(index, 0, size - 1);
        var period = wrap == TextureWrap.Repeat ? size : 2 * size;
        var at = index - period * Math.Floor(index / period);
        return (int)(at < size ? at : period - 1 - at);
    }

    private static double[] Halve(double[] from, int width, int height, int nextWidth, int nextHeight)
    {
        var to = new double[nextWidth * nextHeight];
        for (var y = 0; y < nextHeight; y++)
        {
            for (var x = 0; x < nextWidth; x++)
            {
                var (x0, y0) = (Math.Min(2 * x, width - 1), Math.Min(2 * y, height - 1));
                var (x1, y1) = (Math.Min(x0 + 1, width - 1), Math.Min(y0 + 1, height - 1));
                to[y * nextWidth + x] =
                    (from[y0 * width + x0] + from[y0 * width + x1] + from[y1 * width + x0] + from[y1 * width + x1]) / 4;
            }
        }

        return to;
    }

    private static double Square(double x) => x * x;
}
