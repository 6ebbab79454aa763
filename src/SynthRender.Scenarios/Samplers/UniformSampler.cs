namespace SynthRender.Samplers;

/// <summary>Every number from a minimum up to, but not including, a maximum, equally likely.</summary>
public sealed class UniformSampler : ISampler
{
    /// <summary>Creates the sampler.</summary>
    /// <exception cref="ArgumentException">The minimum lies above the maximum, or a bound is not finite.</exception>
    public UniformSampler(double minimum, double maximum) => (Minimum, Maximum) = Range.Ordered(minimum, maximum);

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(RandomStream stream) => Minimum + (Maximum - Minimum) * stream.NextDouble();
}
