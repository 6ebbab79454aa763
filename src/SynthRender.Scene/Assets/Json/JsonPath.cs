namespace SynthRender.Assets.Json;

/// <summary>Where a value sits in a JSON document, e.g. <c>meshes[0].primitives[1].indices</c>; the text is made only when it is asked for.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>The document itself.</summary>
    public static JsonPath Root { get; } = new(null, null, -1);

    /// <summary>A member of an object.</summary>
    public JsonPath Member(string name) => new(this, name, -1);

    /// <summary>An element of an array.</summary>
    public JsonPath Item(int index) => new(this, null, index);

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_parent is null) return "";
        var above = _parent.ToString();
        return _name is null ? $"{above}[{_index}]" : above.Length == 0 ? _name : $"{above}.{_name}";
    }
}
