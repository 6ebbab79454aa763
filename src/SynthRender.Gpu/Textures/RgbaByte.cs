namespace SynthRender.Gpu;

/// <summary>A colour of four bytes, red, green, blue and alpha.</summary>
public readonly struct RgbaByte : IEquatable<RgbaByte>
{
    /// <summary>Red, 0..255.</summary>
    public readonly byte R;

    /// <summary>Green, 0..255.</summary>
    public readonly byte G;

    /// <summary>Blue, 0..255.</summary>
    public readonly byte B;

    /// <summary>Alpha, 0..255.</summary>
    public readonly byte A;

    /// <summary>(255, 0, 0, 255).</summary>
    public static readonly RgbaByte Red = new(255, 0, 0, 255);

    /// <summary>(153, 0, 0, 255).</summary>
    public static readonly RgbaByte DarkRed = new(153, 0, 0, 255);

    /// <summary>(0, 255, 0, 255).</summary>
    public static readonly RgbaByte Green = new(0, 255, 0, 255);

    /// <summary>(0, 0, 255, 255).</summary>
    public static readonly RgbaByte Blue = new(0, 0, 255, 255);

    /// <summary>(255, 255, 0, 255).</summary>
    public static readonly RgbaByte Yellow = new(255, 255, 0, 255);

    /// <summary>(64, 64, 64, 255).</summary>
    public static readonly RgbaByte Grey = new(64, 64, 64, 255);

    /// <summary>(166, 166, 166, 255).</summary>
    public static readonly RgbaByte LightGrey = new(166, 166, 166, 255);

    /// <summary>(0, 255, 255, 255).</summary>
    public static readonly RgbaByte Cyan = new(0, 255, 255, 255);

    /// <summary>(255, 255, 255, 255).</summary>
    public static readonly RgbaByte White = new(255, 255, 255, 255);

    /// <summary>(100, 149, 237, 255).</summary>
    public static readonly RgbaByte CornflowerBlue = new(100, 149, 237, 255);

    /// <summary>(0, 0, 0, 0).</summary>
    public static readonly RgbaByte Clear = new(0, 0, 0, 0);

    /// <summary>(0, 0, 0, 255).</summary>
    public static readonly RgbaByte Black = new(0, 0, 0, 255);

    /// <summary>(255, 155, 191, 255).</summary>
    public static readonly RgbaByte Pink = new(255, 155, 191, 255);

    /// <summary>(255, 92, 0, 255).</summary>
    public static readonly RgbaByte Orange = new(255, 92, 0, 255);

    /// <summary>A colour of four channels.</summary>
    public RgbaByte(byte r, byte g, byte b, byte a)
    {
        R = r;
        G = g;
        B = b;
        A = a;
    }

    /// <inheritdoc/>
    public bool Equals(RgbaByte other) => R == other.R && G == other.G && B == other.B && A == other.A;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RgbaByte other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(R, G, B, A);

    /// <summary>The channels, by name.</summary>
    public override string ToString() => $"R:{R}, G:{G}, B:{B}, A:{A}";
}
