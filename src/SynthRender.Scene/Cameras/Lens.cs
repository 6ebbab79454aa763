using System.Numerics;

namespace SynthRender.Cameras;

/// <summary>
/// What a camera is, apart from where it stands: a pinhole with square pixels and the principal point in the middle, and how the light
/// that it collects becomes a picture. Light is white-balanced, exposed, darkened by the vignette, bent by the tone curve and encoded as
/// sRGB, in this order.
/// </summary>
public sealed record Lens
{
    private readonly int _width;
    private readonly int _height;
    private readonly float _verticalFov;
    private readonly float _near = 0.05f;
    private readonly float _far = 200f;
    private readonly float _exposure = 1f;
    private readonly float _whitePoint = 4f;
    private readonly Vector3 _whiteBalance = Vector3.One;

    /// <summary>Creates a lens with the default clipping distances.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public Lens(int width, int height, float verticalFov) => (Width, Height, VerticalFov) = (width, height, verticalFov);

    /// <summary>Image width in pixels, 1 to 16384.</summary>
    public int Width { get => _width; init => _width = Within(value, 1, 16384, nameof(Width)); }

    /// <summary>Image height in pixels, 1 to 16384.</summary>
    public int Height { get => _height; init => _height = Within(value, 1, 16384, nameof(Height)); }

    /// <summary>Full vertical field of view in radians, in (0, π).</summary>
    public float VerticalFov
    {
        get => _verticalFov;
        init => _verticalFov = value is > 0 and < MathF.PI ? value : throw new ArgumentOutOfRangeException(
            nameof(VerticalFov), value, "The vertical field of view is in radians, above 0 and below π; write Degrees(45) for 45°.");
    }

    /// <summary>Distance along the axis before which nothing is drawn, metres, above 0.</summary>
    public float Near
    {
        get => _near;
        init => _near = value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Near), value, "The near distance is in metres and above 0.");
    }

    /// <summary>Distance along the axis beyond which nothing is drawn, metres, above <see cref="Near"/>.</summary>
    public float Far
    {
        get => _far;
        init => _far = value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Far), value, "The far distance is in metres and above the near distance.");
    }

    /// <summary>Factor from linear radiance to image value: without a tone curve radiance·Exposure = 1 is white.</summary>
    public float Exposure
    {
        get => _exposure;
        init => _exposure = value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Exposure), value, "The exposure is a factor above 0.");
    }

    /// <summary><see cref="Exposure"/> in photographic stops: each doubles it, 0 is a factor of 1.</summary>
    public float ExposureStops { get => MathF.Log2(Exposure); init => Exposure = MathF.Pow(2, value); }

    /// <summary>A meter that sets a further factor from the frame's own brightness, or null.</summary>
    public AutoExposure? AutoExposure { get; init; }

    /// <summary>How bright light is shown.</summary>
    public ToneCurve ToneCurve { get; init; }

    /// <summary>The exposed light that the tone curves Reinhard and Filmic show as white, above 0; 1 is the white of no curve.</summary>
    public float WhitePoint
    {
        get => _whitePoint;
        init => _whitePoint = value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(WhitePoint), value, "The white point is a value of exposed light above 0.");
    }

    /// <summary>Factors on linear red, green and blue, each above 0: what makes the light that counts as white neutral.</summary>
    public Vector3 WhiteBalance
    {
        get => _whiteBalance;
        init => _whiteBalance = value.X > 0 && value.Y > 0 && value.Z > 0 && float.IsFinite(value.X + value.Y + value.Z)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(WhiteBalance), value, "The white balance has factors above 0.");
    }

    /// <summary>Darker corners and the round field of an endoscope, or null.</summary>
    public Vignette? Vignette { get; init; }

    private static int Within(int value, int low, int high, string name) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"An image side is {low} to {high} pixels.");
}
