using System.Numerics;
using System.Runtime.InteropServices;

namespace SynthRender.Environments;

/// <summary>Radiance by direction in an equirectangular image, linear RGB, never changed after it is made. Compared by reference.</summary>
/// <remarks>
/// Kept as 16-bit floats under a common <see cref="Scale"/>, a power of two, so that a sun in the image fits. Half a texel's relative
/// error is 2⁻¹².
/// </remarks>
public sealed class EnvironmentImage
{
    /// <summary>Widest image that is accepted, pixels.</summary>
    public const int MaxWidth = 8192;

    /// <summary>Highest image that is accepted, pixels.</summary>
    public const int MaxHeight = 4096;

    // The half-float maximum is 65504.
    private const float LargestKept = 32768;

    /// <summary>Takes over an image's radiance.</summary>
    /// <param name="name">For messages and records: normally the file's name.</param>
    /// <param name="width">Pixels, 1 to <see cref="MaxWidth"/>; 360 degrees.</param>
    /// <param name="height">Pixels, 1 to <see cref="MaxHeight"/>; 180 degrees.</param>
    /// <param name="radiance">width·height values, rows from the top, W/(m²·sr).</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or a value is negative or not finite; the message names its pixel.</exception>
    public EnvironmentImage(string name, int width, int height, ReadOnlySpan<Vector3> radiance)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxHeight);
        if (radiance.Length != width * height)
            throw new ArgumentException($"Environment '{name}' of {width}×{height} needs {width * height} values, got {radiance.Length}.", nameof(radiance));
        (Name, Width, Height) = (name, width, height);
        Scale = ScaleOf(radiance);
        MeanRadiance = Mean(radiance);
        var halves = new Half[4 * radiance.Length];
        for (var i = 0; i < radiance.Length; i++)
        {
            var c = radiance[i] / Scale;
            (halves[4 * i], halves[4 * i + 1], halves[4 * i + 2], halves[4 * i + 3]) = ((Half)c.X, (Half)c.Y, (Half)c.Z, Half.One);
        }

        Texels = halves;
    }

    /// <summary>File name, or what the maker called it.</summary>
    public string Name { get; }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>Factor from <see cref="Texels"/> to radiance, a power of two, at least 1.</summary>
    public float Scale { get; }

    /// <summary>The mean over all directions (pixels near the poles count for less), W/(m²·sr).</summary>
    public Vector3 MeanRadiance { get; }

    /// <summary>R, G, B, 1 per pixel as 16-bit floats, rows from the top; times <see cref="Scale"/> they are radiance.</summary>
    public ReadOnlyMemory<Half> Texels { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private float ScaleOf(ReadOnlySpan<Vector3> radiance)
    {
        var values = MemoryMarshal.Cast<Vector3, float>(radiance);
        var largest = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0 && values[i] <= float.MaxValue))
                throw new ArgumentException(
                    $"Environment '{Name}' has radiance {values[i]} at column {i / 3 % Width}, row {i / 3 / Width}; expected finite numbers of 0 or more.",
                    nameof(radiance));
            largest = MathF.Max(largest, values[i]);
        }

        var scale = 1f;
        while (largest / scale > LargestKept) scale *= 2;
        return scale;
    }

    private Vector3 Mean(ReadOnlySpan<Vector3> radiance)
    {
        var (x, y, z, weights) = (0.0, 0.0, 0.0, 0.0);
        for (var row = 0; row < Height; row++)
        {
            var weight = Math.Sin(Math.PI * (row + 0.5) / Height);
            weights += weight * Width;
            foreach (ref readonly var c in radiance.Slice(row * Width, Width))
                (x, y, z) = (x + weight * c.X, y + weight * c.Y, z + weight * c.Z);
        }

        return new Vector3((float)(x / weights), (float)(y / weights), (float)(z / weights));
    }
}
