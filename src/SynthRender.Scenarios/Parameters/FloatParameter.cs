using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>A number that varies: a distribution, or a constant (a plain number converts to one).</summary>
public sealed class FloatParameter
{
    /// <summary>A number drawn from a distribution.</summary>
    public FloatParameter(ISampler sampler) => Sampler = sampler;

    /// <summary>The distribution.</summary>
    public ISampler Sampler { get; }

    /// <summary>A number that does not vary.</summary>
    public static implicit operator FloatParameter(double value) => new(new ConstantSampler(value));

    /// <summary>Draws the number and writes it down under a name.</summary>
    public float Sample(RandomStream stream, string name) => stream.Record(name, (float)Sampler.Sample(stream));

    /// <summary>
    /// Draws a whole number: from a uniform distribution each from minimum to maximum, both included, is equally likely; from others the
    /// drawn number is rounded.
    /// </summary>
    public int SampleInteger(RandomStream stream, string name)
    {
        var (low, high) = (Math.Ceiling(Sampler.Minimum), Math.Floor(Sampler.Maximum));
        return stream.Record(name, Sampler is UniformSampler && high >= low
            ? (int)low + stream.NextIndex((int)(high - low) + 1)
            : (int)Math.Round(Sampler.Sample(stream)));
    }

    /// <summary>Checks that nothing outside a range can be drawn.</summary>
    /// <param name="minimum">Least value that makes sense.</param>
    /// <param name="maximum">Largest value that makes sense.</param>
    /// <param name="name">What the number is called where it is set, e.g. "SunAngleRandomizer.Elevation".</param>
    /// <exception cref="ArgumentOutOfRangeException">The distribution reaches beyond the range.</exception>
    public FloatParameter Within(double minimum, double maximum, string name)
    {
        if (Sampler.Minimum < minimum || Sampler.Maximum > maximum)
            throw new ArgumentOutOfRangeException(
                name, $"{Sampler.Minimum} to {Sampler.Maximum}", $"{name} lies from {minimum} to {maximum}.");
        return this;
    }
}
