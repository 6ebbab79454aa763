namespace SynthRender.Samplers;

/// <summary>A normal distribution, cut off at both ends; what falls outside is drawn again.</summary>
public sealed class NormalSampler : ISampler
{
    private const int MostAttempts = 10_000;
    private readonly double _mean;
    private readonly double _standardDeviation;

    /// <summary>Creates the sampler.</summary>
    /// <param name="mean">Mean before the cut.</param>
    /// <param name="standardDeviation">Above 0, before the cut.</param>
    /// <param name="minimum">Least value that can be drawn, at most six standard deviations above the mean.</param>
    /// <param name="maximum">Largest value that can be drawn, at most six standard deviations below the mean.</param>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public NormalSampler(double mean, double standardDeviation, double minimum, double maximum)
    {
        _mean = Range.Finite(mean, nameof(mean));
        _standardDeviation = Range.Finite(standardDeviation, nameof(standardDeviation));
        if (standardDeviation <= 0)
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation is above 0.");
        (Minimum, Maximum) = Range.Ordered(minimum, maximum);
        if (minimum > mean + 6 * standardDeviation || maximum < mean - 6 * standardDeviation || minimum >= maximum)
            throw new ArgumentException(
                $"Almost nothing of a normal distribution with mean {mean} and standard deviation {standardDeviation} lies from {minimum} to {maximum}.",
                nameof(minimum));
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(RandomStream stream)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var value = _mean + _standardDeviation * stream.NextNormal();
            if (value >= Minimum && value <= Maximum) return value;
        }

        throw new InvalidOperationException(
            $"A normal distribution with mean {_mean} and standard deviation {_standardDeviation} gave no value from {Minimum} to {Maximum} in {MostAttempts} draws; widen the range.");
    }
}
