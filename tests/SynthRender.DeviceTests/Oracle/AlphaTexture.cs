using SynthRender.Materials;

namespace SynthRender.DeviceTests.Oracle;

/// <summary>
/// The alpha of a texture as any conforming driver may read it, without mips: the range over filter weights and texel choice that the
/// Vulkan specification leaves open ("Texel Filtering"), and over the grid that vertices are rounded to, which moves texels too.
/// </summary>
internal sealed class AlphaTexture
{
    // Vulkan lets filter weights be as coarse as subTexelPrecisionBits ≥ 4, devices have 8: coordinates are good to 1/256 texel.
    private const double TexelSlack = 1.0 / 256;

    // Half a step of 1/256 pixel in x and in y.
    private const double PixelSlack = 1.0 / 512;

    // 8-bit weights in both directions.
    private const double ValueSlack = 2.0 / 255;

    private readonly TextureSlot _slot;
    private readonly int _width;
    private readonly int _height;
    private readonly double[] _alpha;

    public AlphaTexture(TextureSlot slot)
    {
        _slot = slot;
        (_width, _height) = (slot.Image.Width, slot.Image.Height);
        var rgba = slot.Image.Rgba.Span;
        _alpha = new double[_width * _height];
        for (var i = 0; i < _alpha.Length; i++) _alpha[i] = rgba[4 * i + 3] / 255.0;
    }

    public int TexCoord => _slot.TexCoord;

    /// <summary>Lowest and highest alpha at a UV, given the UVs one pixel to the right and one below.</summary>
    public (double Low, double High) Range((double U, double V) at, (double U, double V) right, (double U, double V) below)
    {
        var (here, across, down) = (Moved(at), Moved(right), Moved(below));
        var (x, y) = (here.U * _width, here.V * _height);
        var (slackX, slackY) = (Slack(here.U, across.U, down.U, _width), Slack(here.V, across.V, down.V, _height));
        var (stepsX, stepsY) = (1 + (int)Math.Ceiling(2 * slackX), 1 + (int)Math.Ceiling(2 * slackY));
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var j = -stepsY; j <= stepsY; j++)
        {
            for (var i = -stepsX; i <= stepsX; i++)
            {
                var alpha = Sample(x + slackX * i / stepsX, y + slackY * j / stepsY);
                (low, high) = (Math.Min(low, alpha), Math.Max(high, alpha));
            }
        }

        return _slot.Linear ? (low - ValueSlack, high + ValueSlack) : (low, high);
    }

    /// <summary>Alpha at a UV.</summary>
    public double At(double u, double v)
    {
        var moved = Moved((u, v));
        return Sample(moved.U * _width, moved.V * _height);
    }

    private static double Slack(double here, double right, double below, int size) =>
        TexelSlack + PixelSlack * size * (Math.Abs(right - here) + Math.Abs(below - here));

    /// <summary>KHR_texture_transform: scaled, turned counter-clockwise, moved.</summary>
    private (double U, double V) Moved((double U, double V) uv)
    {
        var (sin, cos) = Math.SinCos(_slot.Rotation);
        var (u, v) = (uv.U * _slot.Scale.X, uv.V * _slot.Scale.Y);
        return (cos * u + sin * v + _slot.Offset.X, -sin * u + cos * v + _slot.Offset.Y);
    }

    private double Sample(double x, double y)
    {
        double Texel(double i, double j) => _alpha[Wrap(j, _height, _slot.WrapV) * _width + Wrap(i, _width, _slot.WrapU)];
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
}
