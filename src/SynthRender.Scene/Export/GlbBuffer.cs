using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SynthRender.Export;

/// <summary>The binary part of a .glb, with the views and accessors into it.</summary>
internal sealed class GlbBuffer
{
    private const int Float = 5126;
    private const int UnsignedInt = 5125;
    private const int VertexTarget = 34962;
    private const int IndexTarget = 34963;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public JsonArray Views { get; } = [];

    public JsonArray Accessors { get; } = [];

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public int Positions(ReadOnlySpan<Vector3> values)
    {
        var (low, high) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        foreach (var value in values) (low, high) = (Vector3.Min(low, value), Vector3.Max(high, value));
        var index = Vectors(values);
        Accessors[index]!["min"] = Numbers(low);
        Accessors[index]!["max"] = Numbers(high);
        return index;
    }

    public int Vectors(ReadOnlySpan<Vector3> values) => Accessor(View(MemoryMarshal.AsBytes(values), VertexTarget), Float, values.Length, "VEC3");

    public int Pairs(ReadOnlySpan<Vector2> values) => Accessor(View(MemoryMarshal.AsBytes(values), VertexTarget), Float, values.Length, "VEC2");

    public int Colors(ReadOnlySpan<Vector4> values) => Accessor(View(MemoryMarshal.AsBytes(values), VertexTarget), Float, values.Length, "VEC4");

    public int Indices(ReadOnlySpan<uint> values) => Accessor(View(MemoryMarshal.AsBytes(values), IndexTarget), UnsignedInt, values.Length, "SCALAR");

    /// <summary>Bytes that no accessor reads, such as an image file.</summary>
    public int Blob(ReadOnlySpan<byte> bytes) => View(bytes, target: null);

    public static JsonArray Numbers(Vector3 v) => [v.X, v.Y, v.Z];

    private int View(ReadOnlySpan<byte> bytes, int? target)
    {
        while ((_bytes.WrittenCount & 3) != 0) _bytes.Write<byte>([0]);
        var view = new JsonObject { ["buffer"] = 0, ["byteOffset"] = _bytes.WrittenCount, ["byteLength"] = bytes.Length };
        if (target is not null) view["target"] = target;
        Views.Add(view);
        _bytes.Write(bytes);
        return Views.Count - 1;
    }

    private int Accessor(int view, int component, int count, string type)
    {
        Accessors.Add(new JsonObject { ["bufferView"] = view, ["componentType"] = component, ["count"] = count, ["type"] = type });
        return Accessors.Count - 1;
    }
}
