namespace SynthRender.Gpu;

/// <summary>Where in the framebuffer clip space is drawn.</summary>
public struct Viewport : IEquatable<Viewport>
{
    /// <summary>The left edge in pixels.</summary>
    public float X;

    /// <summary>The top edge in pixels.</summary>
    public float Y;

    /// <summary>In pixels.</summary>
    public float Width;

    /// <summary>In pixels.</summary>
    public float Height;

    /// <summary>The depth of clip depth 0, in 0..1.</summary>
    public float MinDepth;

    /// <summary>The depth of clip depth 1, in 0..1.</summary>
    public float MaxDepth;

    /// <summary>All fields.</summary>
    public Viewport(float x, float y, float width, float height, float minDepth, float maxDepth)
    {
        X = x;
        Y = y;
        Width = width;
        Height = height;
        MinDepth = minDepth;
        MaxDepth = maxDepth;
    }

    /// <inheritdoc/>
    public readonly bool Equals(Viewport other) =>
        X.Equals(other.X) && Y.Equals(other.Y) && Width.Equals(other.Width) && Height.Equals(other.Height)
        && MinDepth.Equals(other.MinDepth) && MaxDepth.Equals(other.MaxDepth);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Viewport other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(X, Y, Width, Height, MinDepth, MaxDepth);
}
