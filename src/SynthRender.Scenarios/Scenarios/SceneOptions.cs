using System.Globalization;

namespace SynthRender.Scenarios;

/// <summary>The options that a scene declares while it is built, with the values that were asked for.</summary>
internal sealed class SceneOptions(IReadOnlyDictionary<string, string> asked)
{
    private readonly List<SceneOption> _declared = [];

    public IReadOnlyList<SceneOption> Declared => _declared;

    public T Declare<T>(string name, T value, string description, double? minimum, double? maximum) where T : notnull
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"'{name}' is no name for an option; use letters, digits, '-' and '_'.", nameof(name));
        if (_declared.Any(o => o.Name == name))
            throw new ArgumentException($"The option '{name}' is declared twice.", nameof(name));
        var kind = Kind(typeof(T), minimum, maximum);
        if (!Allows(value, minimum, maximum))
            throw new ArgumentException($"The option '{name}' takes {kind}, but its default is {Text(value)}.", nameof(value));
        if (asked.TryGetValue(name, out var text))
        {
            value = Read<T>(name, text, kind);
            if (!Allows(value, minimum, maximum)) throw new SceneOptionException($"The option '{name}' takes {kind}, got '{text}'.");
        }

        _declared.Add(new SceneOption(name, Text(value), kind, description));
        return value;
    }

    /// <summary>Says so when an option was asked for that the scene has not declared.</summary>
    public void CheckAllKnown()
    {
        var unknown = asked.Keys.Where(name => _declared.All(o => o.Name != name)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return;
        var known = _declared.Count == 0
            ? "The scene declares no options."
            : "It has: " + string.Join("; ", _declared.Select(o => $"{o.Name} ({o.Kind}, {o.Value})")) + ".";
        throw new SceneOptionException($"The scene has no option '{string.Join("', '", unknown)}'. {known}");
    }

    private static bool Allows<T>(T value, double? minimum, double? maximum)
    {
        if (value is bool or string or Enum) return true;
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var (low, high) = (minimum ?? double.MinValue, maximum ?? double.MaxValue);
        if (value is float) (low, high) = ((float)low, (float)high); // 0.1f is not above 0.1
        return number >= low && number <= high;
    }

    private static string Text<T>(T value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static T Read<T>(string name, string text, string kind)
    {
        var culture = CultureInfo.InvariantCulture;
        object? value = Type.GetTypeCode(typeof(T).IsEnum ? null : typeof(T)) switch
        {
            TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var v) ? v : null,
            TypeCode.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var v) ? v : null,
            TypeCode.Single => float.TryParse(text, NumberStyles.Float, culture, out var v) && float.IsFinite(v) ? v : null,
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, culture, out var v) && double.IsFinite(v) ? v : null,
            TypeCode.Boolean => bool.TryParse(text, out var v) ? v : null,
            TypeCode.String => text,
            // By name alone: TryParse would also take numbers and lists.
            _ => Enum.GetNames(typeof(T)).FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(typeof(T), known)
                : null,
        };
        return value is T read ? read : throw new SceneOptionException($"The option '{name}' takes {kind}, got '{text}'.");
    }

    private static string Kind(Type type, double? minimum, double? maximum)
    {
        if (type == typeof(bool)) return "true or false";
        if (type == typeof(string)) return "text";
        if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(type));
        var word = type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(float) || type == typeof(double) ? "a number"
            : throw new ArgumentException($"An option cannot be of type {type.Name}; use int, long, float, double, bool, string or an enum.", nameof(type));
        return (minimum, maximum) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{word} from {low} to {high}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"{word}, {low} or more"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"{word}, {high} or less"),
            _ => word,
        };
    }
}
