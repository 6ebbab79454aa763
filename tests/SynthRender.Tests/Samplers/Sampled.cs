namespace SynthRender.Tests.Samplers;

/// <summary>Compares drawn numbers with the moments of their distribution.</summary>
internal static class Sampled
{
    /// <summary>
    /// The mean of n draws has variance σ²/n, their variance about (μ₄ − σ⁴)/n. Both must lie within five standard deviations: one in
    /// 1.7 million seeds fails by chance, and the seeds are fixed.
    /// </summary>
    internal static void HasMoments(IReadOnlyList<double> values, double mean, double variance, double fourthMoment)
    {
        var n = values.Count;
        var sampleMean = values.Average();
        var sampleVariance = values.Sum(v => (v - mean) * (v - mean)) / n;
        var meanTolerance = 5 * Math.Sqrt(variance / n) + 1e-12;
        var varianceTolerance = 5 * Math.Sqrt(Math.Max(0, fourthMoment - variance * variance) / n) + 1e-12;
        Assert.InRange(sampleMean, mean - meanTolerance, mean + meanTolerance);
        Assert.InRange(sampleVariance, variance - varianceTolerance, variance + varianceTolerance);
    }

    /// <summary>Moments of a density by fine midpoint sums: an oracle that knows nothing of how numbers are drawn.</summary>
    internal static (double Mean, double Variance, double FourthMoment) Moments(Func<double, double> density, double low, double high)
    {
        const int Steps = 200_000;
        double Integral(Func<double, double> f)
        {
            var sum = 0.0;
            for (var i = 0; i < Steps; i++) sum += f(low + (high - low) * (i + 0.5) / Steps);
            return sum * (high - low) / Steps;
        }

        var area = Integral(density);
        var mean = Integral(x => x * density(x)) / area;
        return (mean, Integral(x => Math.Pow(x - mean, 2) * density(x)) / area, Integral(x => Math.Pow(x - mean, 4) * density(x)) / area);
    }
}
