namespace SynthRender.Samplers;

/// <summary>A distribution of numbers. Immutable: drawing changes the stream, not the sampler.</summary>
public interface ISampler
{
    /// <summary>Least value that can be drawn.</summary>
    double Minimum { get; }

    /// <summary>Largest value that can be drawn.</summary>
    double Maximum { get; }

    /// <summary>Draws a number.</summary>
    double Sample(RandomStream stream);
}
