using System.Collections.Immutable;
using System.Text.Json;
using SynthRender.Assets.Json;

namespace SynthRender.Assets.Gltf;

/// <summary>Cameras or lights of a file: those that could be read, and where each went.</summary>
internal sealed class AccessoryList<T> where T : class
{
    private readonly GltfSource _source;
    private readonly string _kind;
    private readonly int[] _index;

    /// <summary>Reads all of them.</summary>
    /// <param name="source">The file.</param>
    /// <param name="kind">What they are, e.g. "camera".</param>
    /// <param name="elements">Their JSON, of any shape.</param>
    /// <param name="path">Where they stand in the document.</param>
    /// <param name="shape">What each must look like.</param>
    /// <param name="read">Reads one whose shape is right; gets its path as well.</param>
    public AccessoryList(GltfSource source, string kind, JsonElement[] elements, JsonPath path, Shape shape, Func<JsonElement, string, T> read)
    {
        (_source, _kind, _index) = (source, kind, new int[elements.Length]);
        var context = new ShapeContext(source.File, source.Json);
        var items = ImmutableArray.CreateBuilder<T>();
        for (var i = 0; i < elements.Length; i++)
        {
            var (json, at) = (elements[i], path.Item(i));
            var item = Accessory.Read(source, kind, () =>
            {
                shape.Check(json, at, context);
                return read(json, at.ToString());
            });
            _index[i] = item is null ? -1 : items.Count;
            if (item is not null) items.Add(item);
        }

        Items = items.DrainToImmutable();
    }

    /// <summary>Those that could be read.</summary>
    public ImmutableArray<T> Items { get; }

    /// <summary>Where the one that a node names is in <see cref="Items"/>; −1 when it could not be read, or the node names none that there is.</summary>
    /// <param name="owner">What holds the reference.</param>
    /// <param name="member">The reference's name.</param>
    /// <param name="element">Where the owner stands.</param>
    public int Find(JsonElement owner, string member, string element)
    {
        if (!owner.TryGetProperty(member, out var value)) return -1;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var index) && index >= 0 && index < _index.Length && index == Math.Floor(index))
            return _index[(int)index];
        _source.LeaveOut($"{element}.{member}", $"found {Shape.Describe(value)}, but the file has {_index.Length} of them; the node's {_kind} is left out.");
        return -1;
    }
}
