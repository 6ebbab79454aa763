using System.Collections.Immutable;

namespace SynthRender.Datasets.Labelers;

/// <summary>Gives labels their ids: 1 for the first, and so on. 0 is what has no label.</summary>
public sealed class IdLabelConfig
{
    private readonly Dictionary<string, int> _idOfLabel;

    /// <summary>Numbers labels in the order given.</summary>
    /// <exception cref="ArgumentException">A label is empty or comes twice.</exception>
    public IdLabelConfig(params IEnumerable<string> labels)
    {
        Labels = [.. labels];
        _idOfLabel = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var label in Labels)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(label, nameof(labels));
            if (!_idOfLabel.TryAdd(label, _idOfLabel.Count + 1))
                throw new ArgumentException($"The label '{label}' is listed twice; each has one id.", nameof(labels));
        }
    }

    /// <summary>The labels by id: entry i has id i + 1.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>What happens to other labels; an error by default.</summary>
    public UnknownLabels Unknown { get; init; }

    /// <summary>Numbers labels in ordinal order.</summary>
    public static IdLabelConfig Sorted(params IEnumerable<string> labels) => new(labels.Order(StringComparer.Ordinal));

    /// <summary>The id of a label; 0 when it is unknown and shall be ignored.</summary>
    /// <param name="label">A category.</param>
    /// <param name="bearer">The object that has it, for the message.</param>
    /// <exception cref="InvalidDataException">The label is unknown.</exception>
    public int IdOf(string label, string bearer)
    {
        if (Unlisted(label, bearer) is { } unlisted) throw new InvalidDataException(unlisted);
        return _idOfLabel.GetValueOrDefault(label);
    }

    /// <summary>What is wrong with a label that is unknown and must not be; null when nothing is.</summary>
    internal string? Unlisted(string label, string bearer) => Unknown == UnknownLabels.Ignore || _idOfLabel.ContainsKey(label)
        ? null
        : $"'{bearer}' is labelled '{label}', which the id list does not have ({string.Join(", ", Labels)}). "
            + $"Add it there, or set {nameof(Unknown)} = {nameof(UnknownLabels)}.{nameof(UnknownLabels.Ignore)}.";
}
