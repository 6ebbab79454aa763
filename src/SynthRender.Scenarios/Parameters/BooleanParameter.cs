using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>True with a probability.</summary>
public sealed class BooleanParameter
{
    private readonly double _probability;

    /// <summary>Creates the parameter.</summary>
    /// <param name="probability">Of true, from 0 to 1.</param>
    public BooleanParameter(double probability) => _probability = probability is >= 0 and <= 1
        ? probability
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies from 0 to 1.");

    /// <summary>A value that does not vary.</summary>
    public static implicit operator BooleanParameter(bool value) => new(value ? 1 : 0);

    /// <summary>As a scene file writes it.</summary>
    public override string ToString() => _probability switch { 0 => "false", 1 => "true", _ => $"Chance({Samplers.Range.Text(_probability)})" };

    /// <summary>Draws and writes down under a name.</summary>
    public bool Sample(RandomStream stream, string name) => stream.Record(name, stream.NextDouble() < _probability);
}
