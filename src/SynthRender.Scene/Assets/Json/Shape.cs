using System.Text.Json;

namespace SynthRender.Assets.Json;

/// <summary>What a JSON value must look like. A check names the path of the first value that does not fit.</summary>
internal abstract class Shape
{
    /// <summary>Any string.</summary>
    public static Shape Text { get; } = new TextShape(0);

    /// <summary>A string that says something.</summary>
    public static Shape NonEmptyText { get; } = new TextShape(1);

    /// <summary>True or false.</summary>
    public static Shape Flag { get; } = new FlagShape();

    /// <summary>Any value at all.</summary>
    public static Shape Anything { get; } = new AnyShape();

    /// <summary>Throws an <see cref="AssetException"/> that names <paramref name="path"/> when the value does not fit.</summary>
    public abstract void Check(JsonElement value, JsonPath path, ShapeContext context);

    /// <summary>A finite number (as a float) in a closed range.</summary>
    public static Shape Number(double min = float.MinValue, double max = float.MaxValue) => new NumberShape(min, max);

    /// <summary>A whole number in a closed range.</summary>
    public static Shape Integer(long min = 0, long max = int.MaxValue) => new IntegerShape(min, max);

    /// <summary>One of some strings.</summary>
    public static Shape OneOf(params string[] values) => new ChoiceShape(values);

    /// <summary>One of some numbers.</summary>
    public static Shape OneOf(params int[] values) => new CodeShape(values);

    /// <summary>An index into one of the document's collections.</summary>
    public static Shape IndexOf(string collection) => new ReferenceShape(collection);

    /// <summary>An array.</summary>
    public static Shape List(Shape item, int min = 0, int max = int.MaxValue) => new ListShape(item, min, max);

    /// <summary>An array of so many finite numbers.</summary>
    public static Shape Numbers(int count, double min = float.MinValue, double max = float.MaxValue) =>
        new ListShape(Number(min, max), count, count);

    /// <summary>An object whose members all look alike, under any names.</summary>
    public static Shape Map(Shape member) => new MapShape(member);

    /// <summary>
    /// An object. A name that ends in '!' must be there. Unknown members are ignored, as glTF asks, unless the object is closed.
    /// </summary>
    public static Shape Object(params (string Name, Shape Shape)[] members) => new ObjectShape(false, members);

    /// <summary>An object in which an unknown member is an error.</summary>
    public static Shape ClosedObject(params (string Name, Shape Shape)[] members) => new ObjectShape(true, members);

    /// <summary>The value in a few words, for messages.</summary>
    public static string Describe(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => $"an array of {value.GetArrayLength()}",
            _ => value.GetRawText(),
        };
        return text.Length <= 60 ? text : $"{text[..57]}…";
    }

    private sealed class AnyShape : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
        }
    }

    private sealed class TextShape(int minLength) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind != JsonValueKind.String) throw context.Unexpected(path, value, "a string");
            if (minLength > 0 && string.IsNullOrWhiteSpace(value.GetString())) throw context.Unexpected(path, value, "a string that is not empty");
        }
    }

    private sealed class FlagShape : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) throw context.Unexpected(path, value, "true or false");
        }
    }

    private sealed class NumberShape(double min, double max) : Shape
    {
        // Exporters work in single precision, and 1 comes out as 1.0000001.
        private const double RoundingSlack = 1e-6;

        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            var fits = value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
                && float.IsFinite((float)number) && number >= min && number <= max + RoundingSlack * Math.Abs(max);
            if (!fits) throw context.Unexpected(path, value, min <= float.MinValue && max >= float.MaxValue ? "a finite number"
                : max >= float.MaxValue ? $"a finite number of at least {min}" : $"a number from {min} to {max}");
        }
    }

    private sealed class IntegerShape(long min, long max) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (!TryWhole(value, out var number) || number < min || number > max)
                throw context.Unexpected(path, value, max == int.MaxValue ? $"a whole number of at least {min}" : $"a whole number from {min} to {max}");
        }
    }

    private sealed class ChoiceShape(string[] values) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind != JsonValueKind.String || !values.Contains(value.GetString()))
                throw context.Unexpected(path, value, $"one of {string.Join(", ", values.Select(v => $"\"{v}\""))}");
        }
    }

    private sealed class CodeShape(int[] values) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (!TryWhole(value, out var number) || !values.Contains((int)number) || number != (int)number)
                throw context.Unexpected(path, value, $"one of {string.Join(", ", values)}");
        }
    }

    private sealed class ReferenceShape(string collection) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            var count = context.Count(collection);
            if (!TryWhole(value, out var index) || index < 0 || index >= count)
                throw context.Unexpected(path, value, count == 0
                    ? $"an index into {collection}, which the file does not have"
                    : $"an index into {collection}, 0 to {count - 1}");
        }
    }

    private sealed class ListShape(Shape item, int min, int max) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind != JsonValueKind.Array) throw context.Unexpected(path, value, "an array");
            var length = value.GetArrayLength();
            if (length < min || length > max)
                throw context.Unexpected(path, value, min == max ? $"an array of {min}" : max == int.MaxValue
                    ? $"an array of at least {min}" : $"an array of {min} to {max}");
            var index = 0;
            foreach (var element in value.EnumerateArray()) item.Check(element, path.Item(index++), context);
        }
    }

    private sealed class MapShape(Shape member) : Shape
    {
        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind != JsonValueKind.Object) throw context.Unexpected(path, value, "an object");
            foreach (var property in value.EnumerateObject()) member.Check(property.Value, path.Member(property.Name), context);
        }
    }

    private sealed class ObjectShape : Shape
    {
        private readonly Dictionary<string, Shape> _members = new(StringComparer.Ordinal);
        private readonly List<string> _required = [];
        private readonly bool _closed;

        public ObjectShape(bool closed, (string Name, Shape Shape)[] members)
        {
            _closed = closed;
            foreach (var (name, shape) in members)
            {
                _members.Add(name.TrimEnd('!'), shape);
                if (name.EndsWith('!')) _required.Add(name.TrimEnd('!'));
            }
        }

        public override void Check(JsonElement value, JsonPath path, ShapeContext context)
        {
            if (value.ValueKind != JsonValueKind.Object) throw context.Unexpected(path, value, "an object");
            foreach (var name in _required)
                if (!value.TryGetProperty(name, out _))
                    throw context.Fault(path.Member(name), "is missing; it is required.");
            foreach (var property in value.EnumerateObject())
                if (_members.TryGetValue(property.Name, out var shape)) shape.Check(property.Value, path.Member(property.Name), context);
                else if (_closed)
                    throw context.Fault(path.Member(property.Name),
                        $"is not a known name here; known are {string.Join(", ", _members.Keys)}.");
        }
    }

    // glTF writers put 3.0 where an index belongs; JSON Schema calls that an integer.
    private static bool TryWhole(JsonElement value, out long number)
    {
        number = 0;
        if (value.ValueKind != JsonValueKind.Number) return false;
        if (value.TryGetInt64(out number)) return true;
        if (!value.TryGetDouble(out var real) || real != Math.Floor(real) || Math.Abs(real) > int.MaxValue) return false;
        number = (long)real;
        return true;
    }
}
