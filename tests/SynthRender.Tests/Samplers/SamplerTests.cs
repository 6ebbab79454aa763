using SynthRender.Samplers;

namespace SynthRender.Tests.Samplers;

public sealed class SamplerTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Uniform_has_its_moments_and_range()
    {
        var values = Draw(new UniformSampler(-3, 5));
        Assert.All(values, v => Assert.InRange(v, -3, 5));
        Sampled.HasMoments(values, mean: 1, variance: 64.0 / 12, fourthMoment: 4096.0 / 80);
    }

    [Theory]
    [InlineData(10, 2, 4, 16)]
    [InlineData(0, 1, 0, 3)]
    [InlineData(0, 1, 1.5, 9)]
    public void Normal_is_cut_off_not_clamped(double mean, double deviation, double low, double high)
    {
        var values = Draw(new NormalSampler(mean, deviation, low, high));
        Assert.All(values, v => Assert.InRange(v, low, high));
        Assert.DoesNotContain(low, values);
        var moments = Sampled.Moments(x => Math.Exp(-(x - mean) * (x - mean) / (2 * deviation * deviation)), low, high);
        Sampled.HasMoments(values, moments.Mean, moments.Variance, moments.FourthMoment);
    }

    [Fact]
    public void Log_uniform_is_uniform_in_the_logarithm()
    {
        var values = Draw(new LogUniformSampler(100, 3200));
        Assert.All(values, v => Assert.InRange(v, 100, 3200));
        var range = Math.Log(32);
        Sampled.HasMoments([.. values.Select(v => Math.Log(v / 100))], range / 2, range * range / 12, Math.Pow(range, 4) / 80);
    }

    [Fact]
    public void Curve_follows_the_drawn_density()
    {
        var values = Draw(new CurveSampler((0, 0), (1, 2), (3, 2), (4, 0.5), (6, 0)));
        static double Density(double x) => x switch
        {
            < 1 => 2 * x,
            < 3 => 2,
            < 4 => 2 - 1.5 * (x - 3),
            _ => 0.25 * (6 - x),
        };
        var moments = Sampled.Moments(Density, 0, 6);
        Sampled.HasMoments(values, moments.Mean, moments.Variance, moments.FourthMoment);
        // The part of the area below 1 is 1 of 1 + 4 + 1.25 + 0.5.
        Assert.Equal(1 / 6.75, values.Count(v => v < 1) / (double)Draws, 5 * Math.Sqrt(0.148 * 0.852 / Draws));
    }

    [Fact]
    public void Curve_leaves_out_where_it_is_zero()
    {
        var values = Draw(new CurveSampler((0, 1), (1, 1), (1.0000001, 0), (2, 0), (2.0000001, 1), (3, 1)));
        Assert.DoesNotContain(values, v => v is > 1.000001 and < 1.999999);
        Assert.Equal(0.5, values.Count(v => v > 1.5) / (double)Draws, 5 * 0.5 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Constant_draws_nothing()
    {
        var (used, fresh) = (Stream(), Stream());
        Assert.Equal(4.25, new ConstantSampler(4.25).Sample(used));
        Assert.Equal(fresh.NextUInt32(), used.NextUInt32());
    }

    [Fact]
    public void Nonsense_is_refused_at_construction()
    {
        Assert.Contains("starts at 2 and ends at 1", Assert.Throws<ArgumentException>(() => new UniformSampler(2, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformSampler(0, double.NaN));
        Assert.Throws<ArgumentException>(() => new UniformSampler(-1e308, 1e308));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConstantSampler(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogUniformSampler(0, 1));
        Assert.Throws<ArgumentException>(() => new LogUniformSampler(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalSampler(0, 0, -1, 1));
        Assert.Throws<ArgumentException>(() => new NormalSampler(0, 1, 2, -2));
        Assert.Contains("Less than", Assert.Throws<ArgumentException>(() => new NormalSampler(0, 1, 5, 6)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new NormalSampler(0, 1, 0.1, 0.1));
        Assert.Throws<ArgumentException>(() => new CurveSampler((0, 1)));
        Assert.Contains("points[1]", Assert.Throws<ArgumentException>(() => new CurveSampler((0, 1), (0, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CurveSampler((0, 1), (1, -1)));
        Assert.Throws<ArgumentException>(() => new CurveSampler((0, 0), (1, 0)));
    }

    private static double[] Draw(ISampler sampler)
    {
        var stream = Stream();
        return [.. Enumerable.Range(0, Draws).Select(_ => sampler.Sample(stream))];
    }

    private static RandomStream Stream() => new(4, 1, "test", "sampler");
}
