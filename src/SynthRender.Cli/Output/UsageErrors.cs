using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SynthRender.Cli.Output;

/// <summary>Says what is wrong with a command line in words of the command line, where the parser speaks of types or of what follows from the fault.</summary>
internal static class UsageErrors
{
    /// <summary>One sentence for each fault; empty when there is none.</summary>
    /// <param name="parsed">The command line.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return [.. Empty(parsed)];
        var command = parsed.CommandResult.Command;
        var unknown = UnknownOptions(parsed).ToList();
        // Its value, too, would be reported as one argument too many.
        if (unknown.Count > 0) return [.. unknown.Select(o => $"'{Name(command)}' has no option '{o}'{Nearest.Question(o, OptionNames(command))}")];
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
            return [$"'{Name(command)}' has no command '{word}'{Nearest.Question(word, command.Subcommands.Select(c => c.Name))}"];
        if (parsed.UnmatchedTokens.Count > 0)
            return [$"'{Name(command)}' takes no further argument; got '{string.Join(' ', parsed.UnmatchedTokens)}'."];
        return [.. parsed.Errors.Select(e => Conversion(e) ?? e.Message).Distinct(), .. Empty(parsed)];
    }

    // The parser takes an option that it does not know for an argument.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).Concat(parsed.UnmatchedTokens)
            .Where(t => t.Length > 1 && t[0] == '-' && !double.TryParse(t, CultureInfo.InvariantCulture, out _))
            .Select(t => t.Split('=', ':')[0]).Distinct();

    private static IEnumerable<string> OptionNames(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive);
        return command.Options.Concat(inherited).Where(o => !o.Hidden).Select(o => o.Name);
    }

    // No option or argument has a use for an empty text: it comes of a variable that is not set.
    private static IEnumerable<string> Empty(ParseResult parsed)
    {
        foreach (var result in parsed.CommandResult.Children)
        {
            if (!result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) continue;
            var name = result switch
            {
                OptionResult option => option.Option.Name,
                ArgumentResult argument => argument.Argument.Name,
                _ => "an argument",
            };
            yield return $"{name} is empty; give it a value or leave it out.";
        }
    }

    // What an option or argument takes, when it was given something of another kind.
    private static string? Conversion(ParseError error)
    {
        var (name, type, tokens) = error.SymbolResult switch
        {
            OptionResult option => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult { Parent: OptionResult option } => (option.Option.Name, option.Option.ValueType, option.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType, argument.Tokens),
            _ => ("", typeof(string), []),
        };
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (tokens is not [var token]) return null;
        if (type.IsEnum) return Enum.TryParse(type, token.Value, ignoreCase: true, out _) ? null : $"{name} is {Listed(Enum.GetNames(type))}; got '{token.Value}'.";
        return Range(type) is { } range && !Fits(type, token.Value) ? $"{name} is {range}; got '{token.Value}'." : null;
    }

    private static string? Range(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => "a whole number",
        TypeCode.UInt64 => $"a whole number from 0 to {ulong.MaxValue}",
        TypeCode.Single or TypeCode.Double => "a number",
        TypeCode.Boolean => "true or false",
        _ => null,
    };

    private static bool Fits(Type type, string text) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        TypeCode.UInt64 => ulong.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        TypeCode.Boolean => bool.TryParse(text, out _),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
    };

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    /// <summary>A command as it is called: its name with those of the commands above it.</summary>
    public static string Name(Command command)
    {
        var names = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault()) names.Insert(0, at is RootCommand ? "synthrender" : at.Name);
        return string.Join(' ', names);
    }
}
