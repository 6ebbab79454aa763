using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using SynthRender.Assets;

namespace SynthRender.Tests.Assets;

/// <summary>Writes small glTF files by hand, good and bad ones.</summary>
internal sealed class GltfText
{
    private readonly List<byte> _bytes = [];

    /// <summary>The document; a test may change anything in it.</summary>
    public JsonObject Json { get; } = new()
    {
        ["asset"] = new JsonObject { ["version"] = "2.0" },
        ["scene"] = 0,
        ["scenes"] = new JsonArray(new JsonObject { ["nodes"] = new JsonArray(0) }),
        ["nodes"] = new JsonArray(),
        ["meshes"] = new JsonArray(),
        ["accessors"] = new JsonArray(),
        ["bufferViews"] = new JsonArray(),
    };

    public JsonArray Nodes => Json["nodes"]!.AsArray();

    public JsonNode LastView => Json["bufferViews"]!.AsArray()[^1]!;

    public JsonObject Primitive => Json["meshes"]![0]!["primitives"]![0]!.AsObject();

    /// <summary>One triangle (0,0,0) (1,0,0) (0,1,0) on node 0, called "triangle".</summary>
    public static GltfText Triangle()
    {
        var text = new GltfText();
        var positions = text.Floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0);
        text.Mesh(new JsonObject { ["POSITION"] = positions }, text.Accessor("SCALAR", 5123, 3, Bytes<ushort>(0, 1, 2)));
        text.Nodes.Add(new JsonObject { ["name"] = "triangle", ["mesh"] = 0 });
        return text;
    }

    public static byte[] Bytes<T>(params T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    /// <summary>Adds a mesh of one primitive.</summary>
    public JsonObject Mesh(JsonObject attributes, int? indices = null)
    {
        var primitive = new JsonObject { ["attributes"] = attributes };
        if (indices is not null) primitive["indices"] = indices;
        Json["meshes"]!.AsArray().Add(new JsonObject { ["primitives"] = new JsonArray(primitive) });
        return primitive;
    }

    public int Floats(string type, params float[] values)
    {
        var width = type switch { "SCALAR" => 1, "VEC2" => 2, "VEC3" => 3, "VEC4" => 4, _ => 16 };
        var accessor = Accessor(type, 5126, values.Length / width, Bytes(values));
        if (type == "VEC3") Bounds(accessor, values);
        return accessor;
    }

    public int Accessor(string type, int componentType, int count, byte[] data, bool normalized = false)
    {
        var accessors = Json["accessors"]!.AsArray();
        accessors.Add(new JsonObject { ["bufferView"] = View(data), ["componentType"] = componentType, ["count"] = count, ["type"] = type });
        if (normalized) accessors[^1]!["normalized"] = true;
        return accessors.Count - 1;
    }

    public int View(byte[] data)
    {
        while (_bytes.Count % 4 != 0) _bytes.Add(0);
        var views = Json["bufferViews"]!.AsArray();
        views.Add(new JsonObject { ["buffer"] = 0, ["byteOffset"] = _bytes.Count, ["byteLength"] = data.Length });
        _bytes.AddRange(data);
        return views.Count - 1;
    }

    public JsonObject Material(JsonObject material)
    {
        if (Json["materials"] is null) Json["materials"] = new JsonArray();
        Json["materials"]!.AsArray().Add(material);
        return material;
    }

    public void Used(string extension)
    {
        if (Json["extensionsUsed"] is null) Json["extensionsUsed"] = new JsonArray();
        Json["extensionsUsed"]!.AsArray().Add(extension);
    }

    /// <summary>The .gltf file with its buffer as a data URI.</summary>
    public string ToText()
    {
        if (Json["buffers"] is null)
            Json["buffers"] = new JsonArray(new JsonObject
            {
                ["byteLength"] = _bytes.Count,
                ["uri"] = $"data:application/octet-stream;base64,{Convert.ToBase64String([.. _bytes])}",
            });
        return Json.ToJsonString();
    }

    /// <summary>The .glb file.</summary>
    public byte[] ToBinary()
    {
        Json["buffers"] = new JsonArray(new JsonObject { ["byteLength"] = _bytes.Count });
        var json = Padded(Encoding.UTF8.GetBytes(Json.ToJsonString()), (byte)' ');
        var binary = Padded([.. _bytes], 0);
        var file = new byte[12 + 8 + json.Length + 8 + binary.Length];
        Write(0, 0x46546C67);
        Write(4, 2);
        Write(8, file.Length);
        Write(12, json.Length);
        Write(16, 0x4E4F534A);
        json.CopyTo(file, 20);
        Write(20 + json.Length, binary.Length);
        Write(24 + json.Length, 0x004E4942);
        binary.CopyTo(file, 28 + json.Length);
        return file;

        void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
    }

    /// <summary>Writes the file to a folder of its own and loads it.</summary>
    public ModelAsset Load()
    {
        using var folder = new TemporaryFolder();
        return GltfLoader.Load(folder.Write("model.gltf", ToText()));
    }

    /// <summary>The error with which the file is refused.</summary>
    public AssetException Refused() => Assert.Throws<AssetException>(Load);

    private void Bounds(int accessor, float[] values)
    {
        var (min, max) = (new JsonArray(), new JsonArray());
        for (var k = 0; k < 3; k++)
        {
            var column = values.Where((_, i) => i % 3 == k).Where(float.IsFinite).DefaultIfEmpty().ToArray();
            min.Add(column.Min());
            max.Add(column.Max());
        }

        Json["accessors"]![accessor]!["min"] = min;
        Json["accessors"]![accessor]!["max"] = max;
    }

    private static byte[] Padded(byte[] bytes, byte filler) => [.. bytes, .. Enumerable.Repeat(filler, (4 - bytes.Length % 4) % 4)];
}
