using System.Numerics;

namespace SynthRender.Gpu;

/// <summary>A colour of four floats, red, green, blue and alpha.</summary>
public readonly struct RgbaFloat : IEquatable<RgbaFloat>
{
    /// <summary>The size of one colour: 16 bytes.</summary>
    public static readonly int SizeInBytes = 16;

    /// <summary>(1, 0, 0, 1).</summary>
    public static readonly RgbaFloat Red = new(1, 0, 0, 1);

    /// <summary>(0.6, 0, 0, 1).</summary>
    public static readonly RgbaFloat DarkRed = new(0.6f, 0, 0, 1);

    /// <summary>(0, 1, 0, 1).</summary>
    public static readonly RgbaFloat Green = new(0, 1, 0, 1);

    /// <summary>(0, 0, 1, 1).</summary>
    public static readonly RgbaFloat Blue = new(0, 0, 1, 1);

    /// <summary>(1, 1, 0, 1).</summary>
    public static readonly RgbaFloat Yellow = new(1, 1, 0, 1);

    /// <summary>(0.25, 0.25, 0.25, 1).</summary>
    public static readonly RgbaFloat Grey = new(0.25f, 0.25f, 0.25f, 1);

    /// <summary>(0.65, 0.65, 0.65, 1).</summary>
    public static readonly RgbaFloat LightGrey = new(0.65f, 0.65f, 0.65f, 1);

    /// <summary>(0, 1, 1, 1).</summary>
    public static readonly RgbaFloat Cyan = new(0, 1, 1, 1);

    /// <summary>(1, 1, 1, 1).</summary>
    public static readonly RgbaFloat White = new(1, 1, 1, 1);

    /// <summary>(0.3921, 0.5843, 0.9294, 1).</summary>
    public static readonly RgbaFloat CornflowerBlue = new(0.3921f, 0.5843f, 0.9294f, 1);

    /// <summary>(0, 0, 0, 0).</summary>
    public static readonly RgbaFloat Clear = new(0, 0, 0, 0);

    /// <summary>(0, 0, 0, 1).</summary>
    public static readonly RgbaFloat Black = new(0, 0, 0, 1);

    /// <summary>(1, 0.45, 0.75, 1).</summary>
    public static readonly RgbaFloat Pink = new(1, 0.45f, 0.75f, 1);

    /// <summary>(1, 0.36, 0, 1).</summary>
    public static readonly RgbaFloat Orange = new(1, 0.36f, 0, 1);

    private readonly Vector4 _channels;

    /// <summary>A colour of four channels.</summary>
    public RgbaFloat(float r, float g, float b, float a) => _channels = new Vector4(r, g, b, a);

    /// <summary>A colour of a vector (red, green, blue, alpha).</summary>
    public RgbaFloat(Vector4 channels) => _channels = channels;

    /// <summary>Red.</summary>
    public float R => _channels.X;

    /// <summary>Green.</summary>
    public float G => _channels.Y;

    /// <summary>Blue.</summary>
    public float B => _channels.Z;

    /// <summary>Alpha.</summary>
    public float A => _channels.W;

    /// <summary>The vector (red, green, blue, alpha).</summary>
    public Vector4 ToVector4() => _channels;

    /// <inheritdoc/>
    public bool Equals(RgbaFloat other) => _channels.Equals(other._channels);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RgbaFloat other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _channels.GetHashCode();

    /// <summary>The channels, by name.</summary>
    public override string ToString() => $"R:{R}, G:{G}, B:{B}, A:{A}";
}
