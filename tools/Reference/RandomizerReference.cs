using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using SynthRender.Randomizers;

namespace SynthRender.Reference;

/// <summary>Writes docs/randomizers.md: every randomizer that scene files may use, its properties, units and defaults.</summary>
public static class RandomizerReference
{
    private const string Introduction = """
        # Randomizers

        Generated from the source's comments by `dotnet cake --target=Reference`; a test compares. A scene file adds a randomizer in `OnBuild`
        with `Randomize(new NAME { PROPERTY = …, … })`. They run in the order in which they were added; their draws do not depend on it.

        A number that varies (`FloatParameter`) is a plain number, `Uniform(a, b)`, `Normal(mean, deviation)`, `LogUniform(a, b)` or
        `Curve((x, density), …)`; true or false (`BooleanParameter`) is also `Chance(p)`; a colour (`ColorParameter`) is `Hsv(hue, saturation, value)`,
        `Kelvin(temperature)` or a linear `Vector3`; a vector is `XY(…)` or `XYZ(…)`. Angles are radians; `Degrees(…)` converts. `Of` says which
        models: `Foreground`, `Background`, `Everything`, `Selection.Category("…")`, `Selection.Tagged("…")`, or a model itself. Every randomizer has a
        `Name`, which keys its random streams, and may be switched off by `Enabled = false`. Code of your own is
        `Randomize("name", frame => { … })` or a class that derives from `Randomizer`.

        """;

    /// <summary>The file's text.</summary>
    public static string Write()
    {
        var comments = XmlComments.Of(typeof(Randomizer).Assembly);
        var types = typeof(Randomizer).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(Randomizer)) && !t.IsAbstract && t.GetConstructor([]) is not null)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToArray();
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append("| randomizer | does |\n|---|---|\n");
        foreach (var type in types) text.Append(CultureInfo.InvariantCulture, $"| [{type.Name}](#{type.Name.ToLowerInvariant()}) | {FirstSentence(comments.Type(type))} |\n");
        foreach (var type in types) Describe(type, comments, text);
        text.Append("\n## LightingRig\n\n").Append(comments.Type(typeof(LightingRig))).Append("\n\n");
        Table(typeof(LightingRig), new LightingRig("name"), comments, text);
        return text.ToString();
    }

    private static void Describe(Type type, XmlComments comments, StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n{comments.Type(type)}\n");
        if (comments.Type(type, "remarks") is { Length: > 0 } remarks) text.Append(CultureInfo.InvariantCulture, $"\n{remarks}\n");
        text.Append('\n');
        Table(type, Activator.CreateInstance(type)!, comments, text);
    }

    private static void Table(Type type, object instance, XmlComments comments, StringBuilder text)
    {
        // A type's own properties first, then those of what it derives from.
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.DeclaringType != typeof(Randomizer) && p.GetMethod!.GetBaseDefinition().DeclaringType == p.DeclaringType)
            .OrderBy(p => p.DeclaringType == type ? 0 : 1);
        text.Append("| property | type | default | meaning |\n|---|---|---|---|\n");
        foreach (var property in properties)
        {
            var value = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required"
                : property.SetMethod is null ? "given to the constructor" : Code(Value(property.GetValue(instance)));
            text.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {TypeName(property.PropertyType)} | {value} | {comments.Property(property).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    private static string FirstSentence(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? TypeName(inner)
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? $"list of {TypeName(type.GetGenericArguments()[0])}"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]} of {TypeName(type.GetGenericArguments()[0])}"
        : type.Name switch { "Single" or "Double" => "number", "Int32" => "whole number", "Boolean" => "true or false", "String" => "text", var name => name };

    private static string Code(string text) => text == "—" ? text : $"`{text}`";

    private static string Value(object? value) => value switch
    {
        null => "—",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        Selection selection => selection == Selection.Foreground ? "Foreground" : selection == Selection.Background ? "Background" : selection == Selection.Everything ? "Everything" : selection.Description,
        IEnumerable list when !list.Cast<object>().Any() => "[]",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Value))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
