using System.Collections.Immutable;
using System.Numerics;
using SynthRender.Frames;
using SynthRender.Parameters;
using SynthRender.Samplers;
using static SynthRender.Parameters.Distributions;

namespace SynthRender.Tests.Parameters;

public sealed class ParameterTests
{
    private const int Draws = 60_000;
    private readonly ImmutableArray<SampledValue>.Builder _log = ImmutableArray.CreateBuilder<SampledValue>();

    [Fact]
    public void A_plain_number_is_a_constant()
    {
        FloatParameter parameter = 2.5;
        Assert.Equal(2.5f, parameter.Sample(Stream(), "x"));
        Assert.Equal([new SampledValue("test", "", "x", 2.5f)], _log);
    }

    [Fact]
    public void Whole_numbers_include_both_ends_equally()
    {
        var stream = Stream();
        var seen = Enumerable.Range(0, Draws).Select(_ => Uniform(1, 5).SampleInteger(stream, "n")).CountBy(n => n).ToDictionary();
        Assert.Equal([1, 2, 3, 4, 5], seen.Keys.Order());
        // Five standard deviations of a binomial with p = 1/5.
        Assert.All(seen.Values, n => Assert.Equal(0.2, n / (double)Draws, 5 * Math.Sqrt(0.16 / Draws)));
        Assert.Equal(3, Constant(3).SampleInteger(stream, "n"));
        Assert.Equal(3, Uniform(2.5, 3.5).SampleInteger(stream, "n"));
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(LogUniform(0.6, 4.4).SampleInteger(stream, "n"), 1, 4));
    }

    [Fact]
    public void A_range_without_a_whole_number_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Uniform(1.2, 1.8).SampleInteger(Stream(), "n"));
        Assert.Contains("Placement.Count is a whole number from 0 to 9", Assert.Throws<ArgumentOutOfRangeException>(
            () => Constant(2.5).WithinWhole(0, 9, "Placement.Count")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Uniform(0, 10).WithinWhole(0, 9, "n"));
    }

    [Fact]
    public void Ranges_are_compared_as_floats()
    {
        // (float)(π/2) lies above π/2: a right angle in degrees must still be a right angle.
        Uniform(0, Units.Degrees(90)).Within(0, Math.PI / 2, "Elevation");
        Assert.Contains("Elevation lies from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(
            () => Uniform(0, 1.01).Within(0, 1, "Elevation")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Uniform(0, 1).AboveZero("Distance"));
        Assert.Throws<ArgumentException>(() => Constant(1e39));
    }

    [Fact]
    public void A_sampler_that_breaks_its_promise_is_found_out() =>
        Assert.Throws<InvalidOperationException>(() => new FloatParameter(new Liar()).Sample(Stream(), "x"));

    [Fact]
    public void Categories_come_up_by_weight()
    {
        var stream = Stream();
        var choice = Choose(("never", 0.0), ("often", 3), ("seldom", 1), ("never either", 0));
        var seen = Enumerable.Range(0, Draws).Select(_ => choice.Sample(stream, "kind")).CountBy(n => n).ToDictionary();
        Assert.Equal(["often", "seldom"], seen.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0.75, seen["often"] / (double)Draws, 5 * Math.Sqrt(0.1875 / Draws));
        Assert.Equal(Draws, _log.Count);
        Assert.Throws<ArgumentException>(() => Choose(Array.Empty<string>()));
        Assert.Throws<ArgumentException>(() => Choose(("a", 0.0)));
        Assert.Throws<ArgumentException>(() => Choose(("a", -1.0), ("b", 2.0)));
    }

    [Fact]
    public void Chances_hold()
    {
        var stream = Stream();
        Assert.Equal(0.3, Enumerable.Range(0, Draws).Count(_ => Chance(0.3).Sample(stream, "on")) / (double)Draws, 5 * Math.Sqrt(0.21 / Draws));
        Assert.True(new BooleanParameter(1).Sample(stream, "on"));
        Assert.False(new BooleanParameter(0).Sample(stream, "on"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Chance(1.1));
    }

    [Fact]
    public void Vectors_vary_independently_and_are_recorded_by_component()
    {
        Assert.Equal(new Vector3(1, 2, 3), XYZ(1, 2, 3).Sample(Stream(), "offset"));
        Assert.Equal(["offset.x", "offset.y", "offset.z"], _log.Select(v => v.Name));
        Vector2Parameter fixedVector = new Vector2(4, 5);
        Assert.Equal(new Vector2(4, 5), fixedVector.Sample(Stream(), "uv"));
        var v = XYZ(Uniform(0, 1), Uniform(0, 1), Uniform(0, 1)).Sample(Stream(), "v");
        Assert.Equal(3, new[] { v.X, v.Y, v.Z }.Distinct().Count());
    }

    [Fact]
    public void Colours_come_by_hsv_kelvin_choice_or_as_they_are()
    {
        // Orange (hue 30°) in sRGB is (1, 0.5, 0); 0.5 is 0.2140411 in linear light (IEC 61966-2-1).
        Close(new Vector3(1, 0.2140411f, 0), Hsv(1.0 / 12, 1, 1).Sample(Stream(), "c"));
        Close(ColorSpace.LinearFromKelvin(3000), Kelvin(3000).Sample(Stream(), "c"));
        Close(Vector3.UnitY, ColorParameter.OneOf(Choose(Vector3.UnitY)).Sample(Stream(), "c"));
        ColorParameter paint = new Vector3(0.1f, 0.2f, 0.3f);
        Close(new Vector3(0.1f, 0.2f, 0.3f), paint.Sample(Stream(), "c"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hsv(0, Uniform(0, 2), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kelvin(1000));
    }

    private static void Close(Vector3 expected, Vector3 actual) => Assert.True(
        Vector3.Distance(expected, actual) < 1e-5f, $"expected {expected}, got {actual}"); // a few roundings of a float

    private RandomStream Stream() => new(9, 0, "test", "", _log);

    private sealed class Liar : ISampler
    {
        public double Minimum => 0;

        public double Maximum => 1;

        public double Sample(RandomStream stream) => double.NaN;
    }
}
