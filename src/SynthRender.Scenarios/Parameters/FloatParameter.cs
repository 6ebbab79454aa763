using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>A number that varies: a distribution, or a constant (a plain number converts to one).</summary>
public sealed class FloatParameter
{
    /// <summary>A number drawn from a distribution.</summary>
    /// <exception cref="ArgumentException">The distribution reaches beyond the range of a float.</exception>
    public FloatParameter(ISampler sampler)
    {
        if (!float.IsFinite((float)sampler.Minimum) || !float.IsFinite((float)sampler.Maximum) || !(sampler.Minimum <= sampler.Maximum))
            throw new ArgumentException($"A distribution from {sampler.Minimum} to {sampler.Maximum} does not fit a number of 32 bits.", nameof(sampler));
        Sampler = sampler;
    }

    /// <summary>The distribution.</summary>
    public ISampler Sampler { get; }

    /// <summary>A number that does not vary.</summary>
    public static implicit operator FloatParameter(double value) => new(new ConstantSampler(value));

    /// <summary>Draws the number and writes it down under a name.</summary>
    public float Sample(RandomStream stream, string name) => stream.Record(name, Draw(stream));

    /// <summary>Draws the number without writing it down: for a draw that may yet be thrown away.</summary>
    public float Draw(RandomStream stream)
    {
        var value = Sampler.Sample(stream);
        return value >= Sampler.Minimum && value <= Sampler.Maximum
            ? (float)value
            : throw new InvalidOperationException(
                $"{Sampler.GetType().Name} drew {value}, outside the range {Sampler.Minimum} to {Sampler.Maximum} that it promises.");
    }

    /// <summary>
    /// Draws a whole number: from a uniform distribution each from minimum to maximum, both included, is equally likely; from others the
    /// drawn number is rounded, to the nearest within the distribution's range.
    /// </summary>
    /// <exception cref="InvalidOperationException">The distribution holds no whole number; see <see cref="WithinWhole"/>.</exception>
    public int SampleInteger(RandomStream stream, string name)
    {
        var (low, high) = (Math.Ceiling(Sampler.Minimum), Math.Floor(Sampler.Maximum));
        if (low > high || low < int.MinValue || high > int.MaxValue || high - low >= int.MaxValue)
            throw new InvalidOperationException($"'{name}' is a whole number; there is none, or too many, from {Sampler.Minimum} to {Sampler.Maximum}.");
        return stream.Record(name, Sampler is UniformSampler
            ? (int)low + stream.NextIndex((int)(high - low) + 1)
            : (int)Math.Clamp(Math.Round(Draw(stream), MidpointRounding.AwayFromZero), low, high));
    }

    /// <summary>Checks that nothing outside a range can be drawn.</summary>
    /// <param name="minimum">Least value that makes sense.</param>
    /// <param name="maximum">Largest value that makes sense.</param>
    /// <param name="name">What the number is called where it is set, e.g. "SunAngleRandomizer.Elevation".</param>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches beyond the range.</exception>
    public FloatParameter Within(double minimum, double maximum, string name)
    {
        // Compared as floats, which is what is drawn: the float next to π/2 is a right angle although it is larger than the double.
        if ((float)Sampler.Minimum < (float)minimum || (float)Sampler.Maximum > (float)maximum)
            throw Outside(name, $"lies from {minimum} to {maximum}");
        return this;
    }

    /// <summary>Checks that no angle outside a range can be drawn, and says how degrees are written where one can.</summary>
    /// <param name="minimum">Least angle that makes sense, radians.</param>
    /// <param name="maximum">Largest angle that makes sense, radians.</param>
    /// <param name="name">What the angle is called where it is set, e.g. "SunAngleRandomizer.Elevation".</param>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches beyond the range.</exception>
    public FloatParameter WithinAngle(double minimum, double maximum, string name)
    {
        if ((float)Sampler.Minimum < (float)minimum || (float)Sampler.Maximum > (float)maximum)
            throw Outside(name, FormattableString.Invariant(
                $"is an angle in radians from {minimum:0.####} to {maximum:0.####}; degrees are written Degrees({Furthest(minimum, maximum):0.###})"));
        return this;
    }

    /// <summary>Checks that only numbers above 0 can be drawn.</summary>
    /// <param name="name">What the number is called where it is set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches down to 0 or below.</exception>
    public FloatParameter AboveZero(string name) => (float)Sampler.Minimum > 0 ? this : throw Outside(name, "is above 0");

    /// <summary>Checks that whole numbers can be drawn, and none outside a range.</summary>
    /// <param name="minimum">Least value that makes sense.</param>
    /// <param name="maximum">Largest value that makes sense.</param>
    /// <param name="name">What the number is called where it is set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches beyond the range or holds no whole number.</exception>
    public FloatParameter WithinWhole(int minimum, int maximum, string name) =>
        Sampler.Minimum >= minimum && Sampler.Maximum <= maximum && Math.Ceiling(Sampler.Minimum) <= Math.Floor(Sampler.Maximum)
            ? this
            : throw Outside(name, $"is a whole number from {minimum} to {maximum}");

    /// <summary>As a scene file writes it.</summary>
    public override string? ToString() => Sampler.ToString();

    // The end of the distribution that lies outside of a range.
    private double Furthest(double minimum, double maximum) => Sampler.Maximum > maximum ? Sampler.Maximum : Math.Min(Sampler.Minimum, minimum);

    private ArgumentOutOfRangeException Outside(string name, string rule)
    {
        var given = Sampler.Minimum == Sampler.Maximum ? $"{Sampler.Minimum}" : $"{Sampler.Minimum} to {Sampler.Maximum}";
        return new ArgumentOutOfRangeException(name, given, $"{name} {rule}.");
    }
}
