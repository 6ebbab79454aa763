namespace SynthRender.DeviceTests.Oracle;

/// <summary>What the ray caster saw: a pixel for each centre, row-major from the top left.</summary>
internal sealed class OracleImage(OracleCamera camera, OraclePixel[] pixels, double outlineLength)
{
    public int Width { get; } = camera.Width;

    public int Height { get; } = camera.Height;

    /// <summary>Focal length in pixels.</summary>
    public double Focal { get; } = camera.Focal;

    /// <summary>Total length of all outlines in the image, hidden ones included, in pixels.</summary>
    public double OutlineLength { get; } = outlineLength;

    public ReadOnlySpan<OraclePixel> Pixels => pixels;

    public OraclePixel this[int x, int y] => pixels[y * Width + x];

    public uint[] Ids() => [.. pixels.Select(p => p.Id)];

    public float[] Depth() => [.. pixels.Select(p => (float)p.Depth)];
}
