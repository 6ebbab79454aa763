namespace SynthRender.Samplers;

/// <summary>Always the same number; draws nothing from the stream.</summary>
public sealed class ConstantSampler : ISampler
{
    /// <summary>Creates the sampler.</summary>
    /// <param name="value">A finite number.</param>
    public ConstantSampler(double value) => Minimum = Range.Finite(value, nameof(value));

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum => Minimum;

    /// <inheritdoc/>
    public double Sample(RandomStream stream) => Minimum;

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => Range.Text(Minimum);
}
