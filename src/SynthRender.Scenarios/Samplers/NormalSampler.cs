namespace SynthRender.Samplers;

/// <summary>A normal distribution, cut off at both ends; what falls outside is drawn again.</summary>
public sealed class NormalSampler : ISampler
{
    /// <summary>The least part of the uncut distribution that must be left, so that drawing again ends soon.</summary>
    public const double LeastKept = 1e-3;

    private readonly double _mean;
    private readonly double _standardDeviation;

    /// <summary>Creates the sampler.</summary>
    /// <param name="mean">Mean before the cut.</param>
    /// <param name="standardDeviation">Above 0, before the cut.</param>
    /// <param name="minimum">Least value that can be drawn.</param>
    /// <param name="maximum">Largest value that can be drawn, above the minimum.</param>
    /// <exception cref="ArgumentException">A number is outside its range, or less than <see cref="LeastKept"/> of the distribution is left.</exception>
    public NormalSampler(double mean, double standardDeviation, double minimum, double maximum)
    {
        _mean = Range.Finite(mean, nameof(mean));
        _standardDeviation = Range.Finite(standardDeviation, nameof(standardDeviation));
        if (standardDeviation <= 0)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation is above 0.");
        (Minimum, Maximum) = Range.Ordered(minimum, maximum);
        if (!(Kept(mean, standardDeviation, minimum, maximum) >= LeastKept))
            throw new ArgumentException(
                $"Less than {LeastKept:P1} of a normal distribution with mean {mean} and standard deviation {standardDeviation} lies from {minimum} to {maximum}; move the mean or widen the range.",
                nameof(minimum));
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(RandomStream stream)
    {
        // With 1/1000 kept, 50,000 draws in vain have a chance below 1e-21.
        for (var attempt = 0; attempt < 50_000; attempt++)
        {
            var value = _mean + _standardDeviation * stream.NextNormal();
            if (value >= Minimum && value <= Maximum) return value;
        }

        throw new InvalidOperationException(
            $"A normal distribution with mean {_mean} and standard deviation {_standardDeviation} gave no value from {Minimum} to {Maximum}.");
    }

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() =>
        $"Normal({Range.Text(_mean)}, {Range.Text(_standardDeviation)}, {Range.Text(Minimum)}, {Range.Text(Maximum)})";

    // A lower bound from Simpson's rule on the density, cut to where there is any; it only guards against hopeless ranges.
    private static double Kept(double mean, double standardDeviation, double minimum, double maximum)
    {
        var low = Math.Max((minimum - mean) / standardDeviation, -8);
        var high = Math.Min((maximum - mean) / standardDeviation, 8);
        if (low >= high) return 0;
        const int Steps = 256;
        double Density(int i)
        {
            var z = low + (high - low) * i / Steps;
            return Math.Exp(-z * z / 2);
        }

        var sum = Density(0) + Density(Steps);
        for (var i = 1; i < Steps; i++) sum += (i % 2 == 0 ? 2 : 4) * Density(i);
        return sum * (high - low) / (3 * Steps) / Math.Sqrt(2 * Math.PI);
    }
}
