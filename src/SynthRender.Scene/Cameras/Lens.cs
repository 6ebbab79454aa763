namespace SynthRender.Cameras;

/// <summary>What a camera is, apart from where it stands: a pinhole with square pixels and the principal point in the middle.</summary>
public sealed record Lens
{
    private readonly int _width;
    private readonly int _height;
    private readonly float _verticalFov;
    private readonly float _near = 0.05f;
    private readonly float _far = 200f;
    private readonly float _exposure = 1f;

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

    /// <summary>Factor from linear radiance to image value: radiance·Exposure = 1 is white.</summary>
    public float Exposure
    {
        get => _exposure;
        init => _exposure = value > 0 && float.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(
            nameof(Exposure), value, "The exposure is a factor above 0.");
    }

    private static int Within(int value, int low, int high, string name) => value >= low && value <= high
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"An image side is {low} to {high} pixels.");
}
