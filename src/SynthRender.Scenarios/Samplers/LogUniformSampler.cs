namespace SynthRender.Samplers;

/// <summary>Numbers whose logarithm is uniform: as likely between 1 and 10 as between 10 and 100.</summary>
public sealed class LogUniformSampler : ISampler
{
    private readonly double _logMinimum;
    private readonly double _logRatio;

    /// <summary>Creates the sampler.</summary>
    /// <param name="minimum">Above 0.</param>
    /// <param name="maximum">Not below the minimum.</param>
    /// <exception cref="ArgumentException">A bound is outside its range.</exception>
    public LogUniformSampler(double minimum, double maximum)
    {
        if (!(minimum > 0))
            throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "A log-uniform distribution starts above 0.");
        (Minimum, Maximum) = Range.Ordered(minimum, maximum);
        _logMinimum = Math.Log(minimum);
        _logRatio = Math.Log(maximum) - _logMinimum;
    }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(RandomStream stream) =>
        Math.Clamp(Math.Exp(_logMinimum + _logRatio * stream.NextDouble()), Minimum, Maximum); // rounding of exp(log(x))

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => $"LogUniform({Range.Text(Minimum)}, {Range.Text(Maximum)})";
}
