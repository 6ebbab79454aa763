namespace SynthRender.Cli.Commands;

/// <summary>What `--set name=value` says.</summary>
internal static class SetOptions
{
    /// <exception cref="UsageException">A value has no name, or a name comes twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> settings)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new UsageException($"--set is NAME=VALUE, for example --set count=5; got '{setting}'.");
            if (!options.TryAdd(setting[..equals], setting[(equals + 1)..]))
                throw new UsageException($"--set gives '{setting[..equals]}' twice.");
        }

        return options;
    }
}
