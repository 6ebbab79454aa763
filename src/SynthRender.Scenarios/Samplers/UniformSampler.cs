namespace SynthRender.Samplers;

/// <summary>Every number from a minimum up to a maximum, equally likely; the maximum itself comes up only by rounding.</summary>
public sealed class UniformSampler : ISampler
{
    /// <summary>Creates the sampler.</summary>
    /// <exception cref="ArgumentException">The minimum lies above the maximum, or a bound is not finite.</exception>
    public UniformSampler(double minimum, double maximum)
    {
        (Minimum, Maximum) = Range.Ordered(minimum, maximum);
        if (!double.IsFinite(maximum - minimum))
            throw new ArgumentException($"The range from {minimum} to {maximum} is wider than a number can say.", nameof(maximum));
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(RandomStream stream) => Math.Min(Maximum, Minimum + (Maximum - Minimum) * stream.NextDouble());

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => $"Uniform({Range.Text(Minimum)}, {Range.Text(Maximum)})";
}
