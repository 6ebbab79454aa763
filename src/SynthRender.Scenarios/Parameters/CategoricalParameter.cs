using System.Collections.Immutable;
using System.Globalization;
using SynthRender.Samplers;

namespace SynthRender.Parameters;

/// <summary>One of several things, each with its own probability.</summary>
public sealed class CategoricalParameter<T>
{
    private readonly ImmutableArray<T> _options;
    private readonly ImmutableArray<double> _cumulative;

    /// <summary>Each option equally likely.</summary>
    /// <exception cref="ArgumentException">There is no option.</exception>
    public CategoricalParameter(IEnumerable<T> options) : this(options.Select(option => (option, 1.0)))
    {
    }

    /// <summary>Options with weights, which need not sum to 1.</summary>
    /// <exception cref="ArgumentException">There is no option, a weight is negative or not finite, or all are 0.</exception>
    public CategoricalParameter(IEnumerable<(T Option, double Weight)> options)
    {
        var given = options.ToArray();
        if (given.Length == 0) throw new ArgumentException("A choice needs at least one option.", nameof(options));
        var cumulative = ImmutableArray.CreateBuilder<double>(given.Length);
        var sum = 0.0;
        foreach (var (option, weight) in given)
        {
            if (!(weight >= 0) || !double.IsFinite(weight))
                throw new ArgumentException($"The weight of '{option}' is {weight}; a weight is 0 or more and finite.", nameof(options));
            cumulative.Add(sum += weight);
        }

        if (sum <= 0) throw new ArgumentException("All options have weight 0.", nameof(options));
        if (!double.IsFinite(sum)) throw new ArgumentException("The weights add up to more than a number can say.", nameof(options));
        _options = [.. given.Select(g => g.Option)];
        _cumulative = cumulative.ToImmutable();
    }

    /// <summary>What can be drawn, in the order given.</summary>
    public ImmutableArray<T> Options => _options;

    /// <summary>Draws an option and writes it down under a name, described by <paramref name="describe"/> (default: its ToString).</summary>
    public T Sample(RandomStream stream, string name, Func<T, string>? describe = null)
    {
        // Kept below the sum, which rounding can reach: the last option may have weight 0.
        var at = Math.Min(stream.NextDouble() * _cumulative[^1], Math.BitDecrement(_cumulative[^1]));
        var index = 0;
        while (_cumulative[index] <= at) index++;
        stream.Record(name, describe?.Invoke(_options[index]) ?? Describe(_options[index]));
        return _options[index];
    }

    /// <summary>As a scene file writes it, without the weights.</summary>
    public override string ToString() => $"Choose({string.Join(", ", _options.Select(Describe))})";

    // The invariant culture, so that a record reads the same everywhere.
    private static string Describe(T option) =>
        (option is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : option?.ToString()) ?? "null";
}
